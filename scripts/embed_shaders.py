#!/usr/bin/env python3
"""embed_shaders.py OUT.hpp SHADER...: write a header with each shader's text as a string constant.

panel.vert becomes simul::shaders::kPanelVert; draw_list.frag becomes kDrawListFrag.
"""
import pathlib
import sys


def constant_name(path):
    words = (path.stem + "_" + path.suffix[1:]).replace("-", "_").split("_")
    return "k" + "".join(word.capitalize() for word in words if word)


def header(paths):
    lines = ["// Made from shaders/ while building: edit the files there.", "#pragma once",
             "#include <string_view>", "", "namespace simul::shaders {"]
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if not text.startswith("#version 300 es"):
            raise SystemExit(f"{path}: a shader's first line must be #version 300 es")
        if ')glsl"' in text:
            raise SystemExit(f'{path}: a shader must not contain )glsl"')
        lines.append(f'inline constexpr std::string_view {constant_name(path)} = R"glsl({text})glsl";')
    lines += ["}  // namespace simul::shaders", ""]
    return "\n".join(lines)


def main(argv):
    out = pathlib.Path(argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(header(sorted(pathlib.Path(a) for a in argv[2:])), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv)
