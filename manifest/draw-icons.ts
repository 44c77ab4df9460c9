/**
 * Draws the two icons of the Teams app: three steps up to a flag. Run it after a change of the drawing:
 * `npx tsx manifest/draw-icons.ts`. The PNGs are checked in, so that packaging draws nothing.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import type { Picture } from './store-rules.js';

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

interface Shape {
  readonly colour: Colour;
  readonly points: readonly Point[];
  /** Thickness in pixels of a line through the points, with round ends; without it they bound a filled shape. */
  readonly line?: number;
}

interface Drawing {
  /** Pixels, width and height. */
  readonly size: number;
  /** The first lies on top. */
  readonly shapes: readonly Shape[];
  /** None: transparent. */
  readonly ground?: Colour;
}

const white: Colour = [255, 255, 255];
/** `--accent` of the web page, in light. */
const teal: Colour = [0x0b, 0x56, 0x68];
const sun: Colour = [0xff, 0xd2, 0x4d];

/** The drawing keeps to the 96 pixels in the middle: Teams cuts the rest to a hexagon or a rounded square. */
export const colorIcon: Drawing = {
  size: 192,
  ground: teal,
  shapes: [
    {
      colour: white,
      line: 10,
      points: [
        [54, 137],
        [82, 137],
        [82, 117],
        [110, 117],
        [110, 97],
        [138, 97],
        [138, 54],
      ],
    },
    {
      colour: sun,
      points: [
        [138, 50],
        [138, 82],
        [102, 66],
      ],
    },
  ],
};

/** White on nothing, up to its edges, on whole pixels so that the steps stay sharp. */
export const outlineIcon: Drawing = {
  size: 32,
  shapes: [
    {
      colour: white,
      line: 3,
      points: [
        [2.5, 29.5],
        [11.5, 29.5],
        [11.5, 23.5],
        [20.5, 23.5],
        [20.5, 17.5],
        [29.5, 17.5],
        [29.5, 2.5],
      ],
    },
    {
      colour: white,
      points: [
        [29, 1],
        [29, 13],
        [16, 7],
      ],
    },
  ],
};

/** Pure: the same drawing gives the same pixels on any machine, which a browser would not promise. */
export function draw({ size, shapes, ground }: Drawing): Picture {
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) data.set(pixel([x + 0.5, y + 0.5], shapes, ground), (y * size + x) * 4);
  return { width: size, height: size, data };
}

function pixel(centre: Point, shapes: readonly Shape[], ground: Colour | undefined): number[] {
  const covers = shapes.map((shape) => ({ colour: shape.colour, part: coverage(centre, shape) }));
  // Without a ground, a pixel that is hardly drawn stays white: the store wants no other colour in the outline icon.
  if (!ground) return [...white, Math.round(255 * Math.max(...covers.map(({ part }) => part)))];
  const mixed = covers.reduceRight<Colour>(
    (under, { colour, part }) => [
      mix(under[0], colour[0], part),
      mix(under[1], colour[1], part),
      mix(under[2], colour[2], part),
    ],
    ground,
  );
  return [...mixed.map(Math.round), 255];
}

function mix(under: number, over: number, part: number): number {
  return under + (over - under) * part;
}

/** How much of a pixel a shape covers, 0 to 1, from the distance of the pixel's middle to the shape's edge. */
function coverage(centre: Point, { points, line }: Shape): number {
  const [first] = points;
  const closed = first ? [...points, first] : points;
  const outside =
    line === undefined
      ? toLine(centre, closed) * (isInside(centre, closed) ? -1 : 1)
      : toLine(centre, points) - line / 2;
  return Math.min(1, Math.max(0, 0.5 - outside));
}

function toLine(point: Point, points: readonly Point[]): number {
  return Math.min(
    ...pairs(points).map(([from, to]) => {
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy);
      const t = Math.min(1, Math.max(0, along));
      return Math.hypot(point[0] - from[0] - t * dx, point[1] - from[1] - t * dy);
    }),
  );
}

/** A ray from the point to the right crosses the edge an odd number of times. */
function isInside([x, y]: Point, closed: readonly Point[]): boolean {
  const crossed = pairs(closed).filter(
    ([from, to]) =>
      from[1] > y !== to[1] > y && x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]),
  );
  return crossed.length % 2 === 1;
}

function pairs(points: readonly Point[]): (readonly [Point, Point])[] {
  return points.slice(1).map((to, i) => [points[i] ?? to, to] as const);
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here)
  for (const [name, drawing] of [
    ['color.png', colorIcon],
    ['outline.png', outlineIcon],
  ] as const) {
    const { width, height, data } = draw(drawing);
    const png = new PNG({ width, height });
    png.data = Buffer.from(data);
    writeFileSync(join(dirname(here), name), PNG.sync.write(png));
  }
