import type { Chance } from '../simulating/random.ts'

/** One of them, each as likely as the others. */
export function oneOf<const Each>(chance: Chance, all: readonly [Each, ...Each[]]): Each {
  return all[Math.floor(chance.between(0, all.length))] ?? all[0]
}

/** One of them, as likely as its number says. */
export function weighted<const Each>(
  chance: Chance,
  all: readonly [readonly [number, Each], ...(readonly [number, Each])[]],
): Each {
  let left = chance.between(
    0,
    all.reduce((sum, [weight]) => sum + weight, 0),
  )
  for (const [weight, each] of all) {
    left -= weight
    if (left < 0) return each
  }
  return all[0][1]
}

export function whole(chance: Chance, least: number, most: number): number {
  return Math.floor(chance.between(least, most + 1))
}

export function shuffled<Each>(chance: Chance, all: readonly Each[]): readonly Each[] {
  return all
    .map((each) => ({ each, key: chance.between(0, 1) }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ each }) => each)
}

/** Letters and digits, as programs make them. */
export function drawn(chance: Chance, length: number, alphabet = '0123456789abcdef'): string {
  return Array.from({ length }, () => alphabet[whole(chance, 0, alphabet.length - 1)]).join('')
}
