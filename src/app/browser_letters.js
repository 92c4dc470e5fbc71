// What browser_letters.cpp imports: text measured and drawn by the browser's own 2D canvas.
addToLibrary({
  // One canvas for all: it is made for the first letter that the fonts lack, mostly never.
  $lettersContext: null,
  $lettersFont__deps: ['$lettersContext'],
  $lettersFont: (weight, code, size_px) => {
    lettersContext ??=
        document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    if (!lettersContext) return null;
    lettersContext.font =
        `${weight} ${size_px}px ${code ? 'ui-monospace, monospace' : 'system-ui, sans-serif'}`;
    lettersContext.textBaseline = 'alphabetic';
    return lettersContext;
  },
  simul_page_measure__deps: ['$lettersFont', '$UTF8ToString'],
  simul_page_measure: (piece, bytes, weight, code, size_px, box) => {
    const context = lettersFont(weight, code, size_px);
    if (!context) return 0;
    const measure = context.measureText(UTF8ToString(piece, bytes));
    // A pixel more on each side: letters are smooth at their edges.
    const left = Math.floor(-measure.actualBoundingBoxLeft) - 1;
    const top = Math.floor(-measure.actualBoundingBoxAscent) - 1;
    HEAP32[box >> 2] = left;
    HEAP32[(box >> 2) + 1] = top;
    HEAP32[(box >> 2) + 2] = Math.ceil(measure.actualBoundingBoxRight) + 1 - left;
    HEAP32[(box >> 2) + 3] = Math.ceil(measure.actualBoundingBoxDescent) + 1 - top;
    return measure.width;
  },
  simul_page_draw__deps: ['$lettersFont', '$UTF8ToString'],
  simul_page_draw: (piece, bytes, weight, code, size_px, box, coverage) => {
    const context = lettersFont(weight, code, size_px);
    if (!context) return;
    const [left, top, width, height] = HEAP32.subarray(box >> 2, (box >> 2) + 4);
    // Another size clears the canvas and forgets the font.
    context.canvas.width = width;
    context.canvas.height = height;
    lettersFont(weight, code, size_px);
    context.fillStyle = '#fff';
    context.fillText(UTF8ToString(piece, bytes), -left, -top);
    const {data} = context.getImageData(0, 0, width, height);
    for (let i = 0; i < width * height; i++) {
      const [red, green, blue, alpha] = data.subarray(4 * i, 4 * i + 4);
      const coloured = Math.max(red, green, blue) - Math.min(red, green, blue) > 8;
      const light = (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
      HEAPU8[coverage + i] = coloured ? alpha * (1 - 0.7 * light) : alpha;
    }
  },
});
