// The link as a QR code, drawn with elements: the package computes which squares are dark, nothing is put in as HTML.

import encodeQR from 'qr';

const kSvg = 'http://www.w3.org/2000/svg';
const kQuiet = 4; // squares of margin, as the standard wants
// What fits at the lowest level of correction is 2,953 bytes; so close to it no camera reads a screen.
export const kMostForQr = 2000;

// null: too long.
export function qrCode(link: string): SVGSVGElement | null {
  const squares = qrSquares(link);
  if (squares === null) return null;
  const side = squares.length;
  const svg = document.createElementNS(kSvg, 'svg');
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  const path = document.createElementNS(kSvg, 'path');
  path.setAttribute('d', runs(squares));
  svg.append(path);
  return svg;
}

export function qrSquares(link: string): boolean[][] | null {
  if (link.length > kMostForQr) return null;
  return encodeQR(link, 'raw', { ecc: link.length > 600 ? 'low' : 'medium', border: kQuiet });
}

// Neighbours in a row as one rectangle.
function runs(squares: boolean[][]): string {
  let path = '';
  squares.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  });
  return path;
}
