/** RFC 3492 §5. */
const [BASE, LEAST, MOST, SKEW, DAMP, BIAS, START] = [36, 1, 26, 38, 700, 72, 128] as const

/** A label of a host as a person writes it: “xn--dveloppement-bbb” is “développement”; what is none stays as it is. */
export function labelAsWritten(label: string): string {
  const encoded = label.replace(/^xn--/i, '')
  const dash = encoded.lastIndexOf('-')
  const letters = Array.from(encoded.slice(0, Math.max(0, dash)))
  let [code, bias, at, read] = [START as number, BIAS as number, 0, dash + 1]
  while (read < encoded.length) {
    const before = at
    for (let weight = 1, place = BASE as number; ; place += BASE) {
      const digit = digitOf(encoded.charAt(read++))
      if (digit === null) return label
      at += digit * weight
      const threshold = Math.min(MOST, Math.max(LEAST, place - bias))
      if (digit < threshold) break
      weight *= BASE - threshold
    }
    const count = letters.length + 1
    bias = adapted(at - before, count, before === 0)
    code += Math.floor(at / count)
    at %= count
    if (code > 0x10ffff) return label
    letters.splice(at++, 0, String.fromCodePoint(code))
  }
  return letters.join('')
}

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35. */
function digitOf(character: string): number | null {
  if (/^[a-z]$/i.test(character)) return character.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0)
  return /^\d$/.test(character) ? Number(character) + 26 : null
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2))
  rest += Math.floor(rest / count)
  let steps = 0
  for (; rest > ((BASE - LEAST) * MOST) / 2; steps += BASE) rest = Math.floor(rest / (BASE - LEAST))
  return steps + Math.floor(((BASE - LEAST + 1) * rest) / (rest + SKEW))
}
