/** Repeatable random numbers: the same seed and occasion give the same sequence (mulberry32, seeded by FNV-1a). */
export type Chance = {
  readonly of: (probability: number) => boolean
  readonly between: (least: number, most: number) => number
}

export function chanceOf(seed: number, occasion: string): Chance {
  let state = seed >>> 0
  for (const letter of occasion) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    of: (probability) => next() < probability,
    between: (least, most) => least + next() * (most - least),
  }
}
