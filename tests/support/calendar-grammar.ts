/** A strict reader of RFC 5545 §3.1 and §3.2, written from the grammar and independent of our writer. */
const NAME = /^[A-Z0-9-]+/
const PARAMETER = /^;[A-Z0-9-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*)(?:,(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*/u

export type ContentLine = { readonly name: string; readonly parameters: string; readonly value: string }

/** Returns the unfolded content lines; throws at the first error. */
export function readStrictly(text: string): ContentLine[] {
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end with CRLF')
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('A line break that is not CRLF')
  for (const line of text.split('\r\n')) {
    const octets = new TextEncoder().encode(line).length
    if (octets > 75) throw new Error(`A line of ${octets} octets: ${line}`)
    if (/^ ?$/.test(line) && line !== '') throw new Error('An empty continuation line')
    if (/[\uDC00-\uDFFF]$/.test(line.slice(0, 1)) || /^ [\uDC00-\uDFFF]/.test(line))
      throw new Error('A fold inside a character')
  }
  return text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n').map(contentLine)
}

/** The unescaped TEXT (RFC 5545 §3.3.11); throws for an escape the grammar does not know. */
export function textOf(line: ContentLine): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(line.value)) throw new Error(`An unescaped ; or , in ${line.name}`)
  return line.value.replace(/\\(.)?/g, (_, escaped: string | undefined) => {
    if (escaped === 'n' || escaped === 'N') return '\n'
    if (escaped === '\\' || escaped === ';' || escaped === ',') return escaped
    throw new Error(`An unknown escape in ${line.name}`)
  })
}

/** The value of one parameter, unquoted and decoded by RFC 6868; null when absent. */
export function parameterOf(line: ContentLine, name: string): string | null {
  const match = new RegExp(`;${name}=("[^"]*"|[^";:,]*)`).exec(line.parameters)
  if (!match?.[1] && match?.[1] !== '') return null
  return match[1]
    .replace(/^"|"$/g, '')
    .replace(/\^([n^'])/g, (_, code: string) => ({ n: '\n', "'": '"' })[code] ?? '^')
}

export function linesNamed(text: string, name: string): ContentLine[] {
  return readStrictly(text).filter((line) => line.name === name)
}

function contentLine(line: string): ContentLine {
  const name = NAME.exec(line)?.[0]
  if (!name) throw new Error(`No property name: ${line}`)
  let rest = line.slice(name.length)
  let parameters = ''
  for (let match = PARAMETER.exec(rest); match; match = PARAMETER.exec(rest)) {
    parameters += match[0]
    rest = rest.slice(match[0].length)
  }
  if (!rest.startsWith(':')) throw new Error(`Parameters against the grammar: ${line}`)
  if (/[^\P{Cc}\t]/u.test(rest)) throw new Error(`A control character: ${line}`)
  return { name, parameters, value: rest.slice(1) }
}
