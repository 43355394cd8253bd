import { expect, test, vi } from 'vitest'

import { trimmed } from '../../../worker/domain/plain-text.ts'
import { submitted } from '../../support/forms.ts'
import { textAt } from '../../support/response-shapes.ts'
import { aWorld } from '../../support/world.ts'

vi.spyOn(console, 'log').mockImplementation(() => {})

const world = await aWorld()
const nadia = await world.as(world.nadia)
const added = await nadia.post(`/api/v1/programmes/${world.northwind.id}/formats`, { name: 'A walk' })
const format = `/formats/${textAt(added.body, 'id')}`

let made = 0
const fresh = () => {
  made += 1
  return `p${made}@people.example`
}
const person = (fields: object) => ({ name: 'Xenia', email: fresh(), zone: 'UTC', ...fields })

/** The same field by both doors: the form that makes something, and the API. */
const DOORS: Readonly<
  Record<string, readonly [form: (text: string) => Asked, api: (text: string) => Asked]>
> = {
  'the name of a person': personAs('name'),
  'the short name of a person': personAs('shortName'),
  'the unit of a person': personAs('unit'),
  'the address of a person': personAs('email'),
  'the zone of a person': personAs('zone'),
  'another address of a person': [
    (text) => ['/people', { ...personForm(), aliases: text }],
    (text) => ['/api/v1/people', { ...personJson(), aliases: [text] }],
  ],
  'the name of a programme': [
    (name) => ['/programmes', { name }],
    (name) => ['/api/v1/programmes', { name }],
  ],
  'the short name of a programme': [
    (shortName) => ['/programmes', { name: 'Tailspin', shortName }],
    (shortName) => ['/api/v1/programmes', { name: 'Tailspin', shortName }],
  ],
  'the name of a format': formatAs('name'),
  'what to avoid in a format': formatAs('avoid'),
  'what to do in a format': formatAs('do'),
  'the title of a format': formatAs('outwardTitle'),
  'the link of a format': formatAs('link'),
}

/** Path and fields. */
type Asked = readonly [path: string, fields: Readonly<Record<string, unknown>>]

function personForm() {
  return { ...person({}), programmeId: world.northwind.id, 'role-mentor': 'yes', locale: 'en' }
}

function personJson() {
  return { ...person({}), programmeId: world.northwind.id, roles: ['mentor'] }
}

function personAs(field: string): readonly [(text: string) => Asked, (text: string) => Asked] {
  return [
    (text) => ['/people', { ...personForm(), [field]: text }],
    (text) => ['/api/v1/people', { ...personJson(), [field]: text }],
  ]
}

/** One format that is changed again and again: a programme has sixty at most. */
function formatAs(field: string): readonly [(text: string) => Asked, (text: string) => Asked] {
  return [
    (text) => [format, { name: 'A walk', [field]: text }],
    (text) => [`/api/v1${format}`, { [field]: text }],
  ]
}

const TEXTS: Readonly<Record<string, string>> = {
  plain: 'Walk',
  'a line break': 'a\r\nBcc: b@people.example',
  'a line separator': 'a\u2028b',
  'a NUL': 'a\0b',
  'a tab': 'a\tb',
  'an override': 'a\u202egpj.exe',
  'an isolate': 'a\u2067b\u2069c',
  'an embedding around it': '\u202aWalk\u202c',
  'tags that nobody sees': 'Walk\u{e0068}\u{e0069}',
  'nothing but a filler': '\u3164\u200b',
  'marks that a script needs': 'שלום\u200f نعم\u200cم',
  'a family of joined signs': '👩\u200d👧',
  blanks: ' \u00a0 ',
  'two hundred and one letters': 'x'.repeat(201),
  'thirty thousand letters': 'x'.repeat(30_000),
  'an address with a name': 'Ann <ann@people.example>',
  'two addresses': 'a@people.example, b@people.example',
  'an address with a header': 'a@people.example\nBcc: b@people.example',
  'an address without a domain': 'a@localhost',
  'an address with a quote': '"a b"@people.example',
  'an address of a number': 'a@[127.0.0.1]',
  'a script as a link': 'javascript:alert(1)',
  'data as a link': 'data:text/html,<script>1</script>',
  'a link': 'https://people.example/a?b=c',
  'a link to a person at a host': 'https://a:b@people.example/',
  markup: '"><img src=x onerror=alert(1)>',
}

test.each(Object.entries(DOORS))(
  '%s: the form says no where the API does, and only there',
  async (_, [form, api]) => {
    const other: string[] = []
    for (const [what, text] of Object.entries(TEXTS)) {
      const [formPath, fields] = form(text)
      const [apiPath, json] = api(text)
      const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
      const byForm = await submitted(nadia, formPath, typed)
      const byApi = await (apiPath.startsWith('/api/v1/formats/') ? nadia.patch : nadia.post)(apiPath, json)
      const isRefused = { form: byForm.status >= 400 || byForm.status === 200, api: byApi.status >= 400 }
      // An empty optional field of a form says nothing; the API needs a text, or nothing.
      const saysNothing = trimmed(text) === ''
      // The form’s one field holds the whole list.
      const isList = what === 'two addresses' && 'aliases' in fields
      if (isRefused.form !== isRefused.api && !saysNothing && !isList)
        other.push(`${what}: ${byForm.status} and ${byApi.status}`)
      if (byForm.status >= 500 || byApi.status >= 500) other.push(`${what}: our fault`)
    }
    expect(other).toEqual([])
  },
)
