# The Unicode 15.1 character database (CPython 3.13's version) from Debian 13's unicode-data, in .toolchain/unicode.

UNICODE_VERSION=15.1.0
UNICODE_FILES=(UnicodeData.txt DerivedCoreProperties.txt EastAsianWidth.txt CaseFolding.txt SpecialCasing.txt
  PropList.txt DerivedNormalizationProps.txt NameAliases.txt)
unicode_title() { echo "Unicode $UNICODE_VERSION tables"; }
unicode_ready() { stamped unicode-$UNICODE_VERSION-1 && [ -e "$PREFIX/unicode/UnicodeData.txt" ]; }
unicode_make() {
  local tmp=$PREFIX/unicode.new file
  rm -rf "$tmp" "$PREFIX/unicode"
  trixie_debs "$tmp/debs" unicode-data
  unpack_debs "$tmp/debs" "$tmp/unpacked"
  mkdir "$tmp/unicode"
  for file in "${UNICODE_FILES[@]}"; do
    if [ -e "$tmp/unpacked/usr/share/unicode/$file" ]; then
      cp "$tmp/unpacked/usr/share/unicode/$file" "$tmp/unicode/"
    else
      gzip -dc "$tmp/unpacked/usr/share/unicode/$file.gz" > "$tmp/unicode/$file"
    fi
  done
  head -n 1 "$tmp/unicode/DerivedCoreProperties.txt" | grep -qF "$UNICODE_VERSION" ||
    give_up "Debian 13's unicode-data is no longer version $UNICODE_VERSION, which CPython 3.13 has."
  mv "$tmp/unicode" "$PREFIX/unicode"
  rm -rf "$tmp"
  stamp unicode-$UNICODE_VERSION-1
}
