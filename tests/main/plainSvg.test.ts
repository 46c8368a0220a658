import { describe, expect, test } from 'vitest';
import { assertPlainSvg } from '../../src/main/plainSvg.ts';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>`;

test.each([
  svg('<text font-family="Arimo">Voltage (V)</text>'),
  svg('<defs><clipPath id="a"/></defs><g clip-path="url(#a)"/><g clip-path="url(\'#a\')"/>'),
  svg(
    '<g style="clip-path: url(&quot;#a&quot;)"/><use xlink:href="#a"/><image href="data:image/png;base64,AA=="/>',
  ),
  svg('<text>&lt;script&gt; once = 3, href = x, @import, url(x)</text>'),
  `<?xml version="1.0"?>\n${svg('')}\n`,
])('a drawing is printed: %s', (figure) => {
  expect(() => {
    assertPlainSvg(figure);
  }).not.toThrow();
});

describe('refused is', () => {
  test.each([
    ['a script', svg('<script>fetch("https://example.com")</script>')],
    ['a script in capitals', svg('<SCRIPT/>')],
    ['a script of an event', '<svg onload="alert(1)"></svg>'],
    ['a picture of another host', svg('<image href="https://example.com/a.png"/>')],
    ['a file beside it', svg("<use xlink:href='a.svg#b'/>")],
    ['a script address', svg('<a href="javascript:alert(1)"/>')],
    ['a style of another host', svg('<style>@import "https://example.com/a.css";</style>')],
    ['a fill of another host', svg('<style>text { fill: url( "https://example.com/a.svg#b" ) }</style>')],
    ['a page in the figure', svg('<foreignObject><p>a</p></foreignObject>')],
    [
      'a jump beside the figure',
      `${svg('')}<meta http-equiv="refresh" content="0;url=https://example.com/">`,
    ],
    ['a figure that closes the page', svg('</body></html>')],
    ['text that is no figure', 'Voltage (V)'],
  ])('%s', (_, figure) => {
    expect(() => {
      assertPlainSvg(figure);
    }).toThrow('more than a drawing');
  });
});
