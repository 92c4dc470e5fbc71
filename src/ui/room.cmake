# What goes over every slice in every frame.
simul_build_for_speed(ui painter slices_view)
