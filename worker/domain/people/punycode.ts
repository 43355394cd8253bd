/** RFC 3492, with the parameters of RFC 3492 §5. */
const [BASE, T_MIN, T_MAX, SKEW, DAMP] = [36, 1, 26, 38, 700] as const
const FIRST_BIAS: number = 72
const FIRST_POINT: number = 128
const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const MAX_POINT = 0x10ffff

/** A label with other letters than ASCII, without `xn--`. */
export function toPunycode(label: string): string {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0)
  const basic = points.filter((point) => point < FIRST_POINT)
  let text = basic.length > 0 ? `${String.fromCodePoint(...basic)}-` : ''
  let [next, delta, bias, handled] = [FIRST_POINT, 0, FIRST_BIAS, basic.length]
  while (handled < points.length) {
    const least = Math.min(...points.filter((point) => point >= next))
    delta += (least - next) * (handled + 1)
    next = least
    for (const point of points) {
      if (point < next) delta += 1
      if (point !== next) continue
      text += variableLength(delta, bias)
      bias = adapted(delta, handled + 1, handled === basic.length)
      delta = 0
      handled += 1
    }
    delta += 1
    next += 1
  }
  return text
}

/** The inverse; null for what is no punycode. */
export function fromPunycode(text: string): string | null {
  const end = Math.max(0, text.lastIndexOf('-'))
  const points = Array.from(text.slice(0, end), (character) => character.codePointAt(0) ?? 0)
  let [next, index, bias, at] = [FIRST_POINT, 0, FIRST_BIAS, end > 0 ? end + 1 : 0]
  while (at < text.length) {
    const before = index
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = DIGITS.indexOf(text[at] ?? ' ')
      if (digit < 0) return null
      at += 1
      index += digit * weight
      const t = threshold(k, bias)
      if (digit < t) break
      weight *= BASE - t
    }
    const length = points.length + 1
    bias = adapted(index - before, length, before === 0)
    next += Math.floor(index / length)
    index %= length
    if (next > MAX_POINT) return null
    points.splice(index, 0, next)
    index += 1
  }
  return String.fromCodePoint(...points)
}

function variableLength(delta: number, bias: number): string {
  let [rest, text] = [delta, '']
  for (let k = BASE; ; k += BASE) {
    const t = threshold(k, bias)
    if (rest < t) return text + (DIGITS[rest] ?? '')
    text += DIGITS[t + ((rest - t) % (BASE - t))] ?? ''
    rest = Math.floor((rest - t) / (BASE - t))
  }
}

function threshold(k: number, bias: number): number {
  return Math.min(Math.max(k - bias, T_MIN), T_MAX)
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2))
  rest += Math.floor(rest / length)
  let k = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}
