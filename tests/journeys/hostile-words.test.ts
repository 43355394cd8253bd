import PostalMime from 'postal-mime'
import { expect, test, vi } from 'vitest'

import { readStrictly } from '../support/calendar-grammar.ts'
import { canary, putBehindCanaries } from '../support/long-life/canary.ts'
import type { Sink, Text } from '../support/long-life/sinks.ts'
import { walk } from '../support/long-life/walk.ts'

/** Closes what it stands in, and opens what would run; short enough for every name. */
const MARKUP = `"'><zq7 onzq=1>;`
const STEPS = 25
const seed = 15

const lines: string[] = []
for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const)
  vi.spyOn(console, method).mockImplementation((...said: readonly unknown[]) => {
    lines.push(said.map(String).join(' '))
  })

const HTML: readonly Sink[] = [
  ...(['page', 'linked page', 'public page', 'search', 'preview', 'report', 'error', 'kept form'] as const),
]
const OF_HEADERS: readonly Sink[] = ['header', 'redirect', 'cookie']

test(
  'words that are markup stay words on every page and in every mail, event, file and header',
  { timeout: 300_000 },
  async () => {
    putBehindCanaries(MARKUP)
    const texts: Text[] = []
    const altered = (each: Text): string => {
      texts.push(each)
      return ''
    }
    const { life } = await walk({ seed, steps: STEPS, doors: 12, lines, altered })

    const wrong = new Set<string>()
    for (const each of texts)
      for (const what of wrongIn(each)) wrong.add(`${each.sink} ${each.where}: ${what}`)
    for (const { raw, to } of life.cast.outside.mails)
      for (const what of await wrongInMail(raw, to)) wrong.add(what)
    expect([...wrong]).toEqual([])

    const read = texts.map(({ text }) => text).join('\n')
    expect(read.split('&lt;zq7').length, 'of them on pages').toBeGreaterThan(200)
    expect(life.cast.outside.mails.length, 'of mails').toBeGreaterThan(20)
  },
)

test('markup that is not escaped is found', () => {
  const words = `${canary('tom', 'name')}${MARKUP}`
  const page = { readerId: null, way: 'page', where: '/', sink: 'page' } as const
  expect(wrongIn({ ...page, text: `<!DOCTYPE html><p>${words}</p>` })).toEqual([
    'an element',
    'an open quote',
    'an attribute',
  ])
  expect(wrongIn({ ...page, text: `<!DOCTYPE html><a href="javascript:x">` })).toEqual(['a script'])
  expect(wrongIn({ ...page, sink: 'header', text: words })).toEqual(['markup in a header'])
})

function wrongIn({ sink, text }: Text): readonly string[] {
  if (OF_HEADERS.includes(sink)) return text.includes('<zq7') ? ['markup in a header'] : []
  if (text.startsWith('BEGIN:VCALENDAR')) return wrongInEvent(text)
  if (!HTML.includes(sink) || !/^\s*<!doctype html/i.test(text)) return []
  return [
    ...(/<zq7/i.test(text) ? ['an element'] : []),
    ...(/7"'>/.test(text) ? ['an open quote'] : []),
    ...(/(?:href|src|action|formaction)="(?:javascript|data:text|vbscript)/i.test(text) ? ['a script'] : []),
    ...(/<(?:[a-z][\w-]*)\b[^<>]*\son[a-z]+=/i.test(text.replaceAll(/"[^"]*"/g, '""'))
      ? ['an attribute']
      : []),
  ]
}

/** By the grammar every line is a property; none may be one of ours twice, or a new one. */
function wrongInEvent(text: string): readonly string[] {
  try {
    return readStrictly(text).some(({ name }) => /zq/i.test(name)) ? ['a property'] : []
  } catch (error) {
    return [String(error)]
  }
}

const OUR_HEADERS =
  /^(?:from|to|reply-to|subject|date|message-id|mime-version|content-type|content-transfer-encoding|auto-submitted|list-unsubscribe|list-unsubscribe-post|in-reply-to|references|x-auto-response-suppress|precedence|sender|content-class|content-language|list-id)$/

async function wrongInMail(raw: string, to: string): Promise<readonly string[]> {
  const mail = await PostalMime.parse(raw)
  const recipients = (mail.to ?? []).map(({ address }) => address)
  const events = mail.attachments.filter(({ mimeType }) => mimeType === 'text/calendar')
  return [
    ...mail.headers.filter(({ key }) => !OUR_HEADERS.test(key)).map(({ key }) => `mail: a header ${key}`),
    ...(JSON.stringify(recipients) === JSON.stringify([to]) ? [] : [`mail: to ${recipients.join(' and ')}`]),
    ...(/^[^\s<>"']+@[^\s<>"']+$/.test(mail.from?.address ?? '') ? [] : ['mail: from nobody']),
    ...(mail.html && /<zq7/i.test(mail.html) ? ['mail: an element'] : []),
    ...events.flatMap(({ content }) => wrongInEvent(asSent(content))),
  ]
}

/** The parser of mails gives a text back with line breaks of its own. */
function asSent(content: string | ArrayBuffer | Uint8Array): string {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  return `${text.trimEnd().replaceAll(/\r?\n/g, '\r\n')}\r\n`
}
