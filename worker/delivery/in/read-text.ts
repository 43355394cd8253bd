import { withoutUnseen } from '../../domain/plain-text.ts'

/** The limit for stored text, in octets. With longer texts the database could not be exported. */
const MAX_TEXT_OCTETS = 20_000

/** Makes text safe to store and to show: nothing unseen that steers, trimmed, cut between characters. */
export function keptText(text: string, most = MAX_TEXT_OCTETS): string {
  const clean = withoutUnseen(text)
  const { read } = new TextEncoder().encodeInto(clean, new Uint8Array(most))
  return clean.slice(0, read)
}

/** The text of an HTML page, in one pass, because a hostile mail can consist of angle brackets only. */
export function textOfHtml(html: string): string {
  let text = ''
  let silent: string | null = null
  for (const [index, chunk] of html.split('<').entries()) {
    const end = index === 0 ? -1 : chunk.indexOf('>')
    const tag = index === 0 ? '' : (/^\/?[a-z0-9!]+/i.exec(chunk)?.[0] ?? '').toLowerCase()
    if (silent !== null && tag !== `/${silent}`) continue
    silent = tag === 'style' || tag === 'script' || tag === 'title' ? tag : null
    if (silent !== null) continue
    if (/^(?:br|\/p|\/div|\/tr|\/li|\/h[1-6])$/.test(tag)) text += '\n'
    text += index === 0 || end >= 0 ? chunk.slice(end + 1).replace(/[\r\n\t]+/g, ' ') : ''
  }
  return text.replace(/&(#?\w{1,8});/g, (whole, name: string) => entity(name) ?? whole)
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function entity(name: string): string | null {
  const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
  if (!number) return NAMED[name.toLowerCase()] ?? null
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2])
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}
