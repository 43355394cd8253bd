/** An element as our own pages write it: every tag closed, attributes in double quotes. */
export type Element = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parents: readonly Element[]
  readonly children: Element[]
}

const VOID = ['meta', 'link', 'input', 'br', 'hr', 'img', 'col', 'wbr']
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>/g

/** All elements in the order of the page; throws where tags are not closed in order. */
export function elementsOf(html: string): readonly Element[] {
  const all: Element[] = []
  const open: Element[] = []
  for (const [text, closes, name = '', attributes = '', selfCloses] of withoutRawText(html).matchAll(TAG)) {
    if (closes) {
      if (open.at(-1)?.name !== name) throw new Error(`${text} closes <${open.at(-1)?.name}>`)
      open.pop()
      continue
    }
    const element = { name, attributes: attributesIn(attributes), parents: [...open], children: [] }
    open.at(-1)?.children.push(element)
    all.push(element)
    if (!selfCloses && !VOID.includes(name)) open.push(element)
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`)
  return all
}

/** What a reader is told: texts between tags, and the attributes that are read out or shown. */
export function saidIn(html: string): readonly string[] {
  const body = withoutRawText(html)
  const texts = body.split(/<[^>]*>/)
  const attributes = Array.from(
    body.matchAll(/\s(?:aria-label|placeholder|title|data-said|data-closed)="([^"]*)"/g),
    ([, text = '']) => text,
  )
  return [...texts, ...attributes]
    .map(unescaped)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

function withoutRawText(html: string): string {
  return html.replaceAll(/(<(style|script)\b[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3')
}

function attributesIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(text.matchAll(/\s([^\s=>/]+)(?:="([^"]*)")?/g), ([, name = '', value = '']) => [name, value]),
  )
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
