# The page's npm packages, exactly as package-lock.json pins them.

npm_title() { echo "npm packages"; }
npm_ready() { [ -e node_modules/.simul-lock ] && cmp -s package-lock.json node_modules/.simul-lock; }
npm_make() {
  npm ci --no-audit --no-fund ||
    give_up "npm could not fetch the packages that package-lock.json pins: is there a network and a registry?" \
      "npm's own words are in .toolchain/log/npm.txt"
  cp package-lock.json node_modules/.simul-lock
}
