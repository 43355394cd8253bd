import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

import inline from '../../web/dist/.vite/inline.json' with { type: 'json' }
import manifest from '../../web/dist/.vite/manifest.json' with { type: 'json' }

type Colour = { readonly lightness: number; readonly chroma: number; readonly hue: number }
type Scheme = 'light' | 'dark'

const styles = (name: string) =>
  readFileSync(new URL(`../../web/styles/${name}.css`, import.meta.url), 'utf8')
const tokens = styles('tokens')
const mentors = styles('mentors')

/** One of the pairs `--name: light-dark(oklch(…), oklch(…))`; a variable hue is replaced by `hue`. */
function colourOf(css: string, name: string, scheme: Scheme, hue = 0): Colour {
  const pair = new RegExp(
    `--${name}: light-dark\\(\\s*oklch\\(([^)]*\\)?[^)]*)\\),\\s*oklch\\(([^;]*)\\)\\s*\\)`,
  ).exec(css)
  const text = pair?.[scheme === 'light' ? 1 : 2]
  const [lightness, chroma, turn] = (text ?? '').split(/\s+/).map(Number)
  if (lightness === undefined || chroma === undefined) throw new Error(`no such colour: ${name}`)
  return { lightness, chroma, hue: turn === undefined || Number.isNaN(turn) ? hue : turn }
}

/** CSS Color 4 §10.3 to linear sRGB, and WCAG 2.2's relative luminance of it. */
function luminance({ lightness, chroma, hue }: Colour): number {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const SCHEMES = ['light', 'dark'] as const
const GROUNDS = ['paper', 'sheet', 'wash', 'accent-wash', 'stop-wash', 'brass-wash']

test('black on white is 21 to 1: the measure itself is right', () => {
  const [black, white] = [0, 1].map((lightness) => ({ lightness, chroma: 0, hue: 0 }))
  expect(black && white && contrast(black, white)).toBeCloseTo(21, 3)
})

test('every text keeps 4.5 to 1 on every background, light and dark', () => {
  for (const scheme of SCHEMES) {
    const token = (name: string) => colourOf(tokens, name, scheme)
    for (const ground of GROUNDS)
      for (const text of ['ink', 'soft'])
        expect(
          contrast(token(text), token(ground)),
          `${text} on ${ground}, ${scheme}`,
        ).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['paper', 'sheet'])
      for (const text of ['accent', 'brass', 'stop'])
        expect(
          contrast(token(text), token(ground)),
          `${text} on ${ground}, ${scheme}`,
        ).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token('on-accent'), token('accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token('stop'), token('stop-wash'))).toBeGreaterThanOrEqual(4.5)
  }
})

test('a field’s border keeps 3 to 1 against its surroundings', () => {
  for (const scheme of SCHEMES)
    for (const ground of ['paper', 'sheet'])
      expect(
        contrast(colourOf(tokens, 'edge', scheme), colourOf(tokens, ground, scheme)),
      ).toBeGreaterThanOrEqual(3)
})

test('a session on the calendar is readable in each of the eight colours, past ones too', () => {
  const hues = [...mentors.matchAll(/--hue: (\d+)/g)].map(([, hue]) => Number(hue))
  expect(new Set(hues).size).toBe(8)
  for (const scheme of SCHEMES)
    for (const hue of hues) {
      const tint = colourOf(mentors, 'tint', scheme, hue)
      const mark = colourOf(mentors, 'mark', scheme, hue)
      expect(
        contrast(colourOf(tokens, 'ink', scheme), tint),
        `ink on ${hue}, ${scheme}`,
      ).toBeGreaterThanOrEqual(4.5)
      expect(
        contrast(colourOf(tokens, 'soft', scheme), tint),
        `soft on ${hue}, ${scheme}`,
      ).toBeGreaterThanOrEqual(4.5)
      expect(
        contrast(mark, colourOf(tokens, 'paper', scheme)),
        `mark ${hue}, ${scheme}`,
      ).toBeGreaterThanOrEqual(3)
    }
})

test('the grid weighs 80 kB at most, the form’s listener and the styles next to nothing', () => {
  const files: Readonly<Record<string, { readonly file: string }>> = manifest
  const weight = (named: RegExp) =>
    Object.values(files)
      .filter(({ file }) => named.test(file))
      .reduce(
        (sum, { file }) =>
          sum + gzipSync(readFileSync(new URL(`../../web/dist/${file}`, import.meta.url))).length,
        0,
      )
  expect(weight(/(calendar|mount).*\.js$/)).toBeGreaterThan(1000)
  expect(weight(/(calendar|mount).*\.js$/)).toBeLessThanOrEqual(80_000)
  expect(weight(/forms.*\.js$/)).toBeLessThanOrEqual(500)
  expect(weight(/main-.*\.css$/)).toBeLessThanOrEqual(7500)
  expect(gzipSync(inline.style.text).length).toBeLessThanOrEqual(5500)
})
