import { domainToASCII, domainToUnicode } from 'node:url'
import { expect, test } from 'vitest'

import {
  formsOfAddress,
  isWritable,
  mailboxIn,
  normalAddress,
  parseAddress,
  shownAddress,
  splitAddresses,
} from '../../../worker/domain/people/address.ts'
import { toAsciiDomain, toShownDomain } from '../../../worker/domain/people/domain-name.ts'

/** The expression of the HTML standard for `type="email"`. */
const WHATWG =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/

const SENDABLE = [
  ...[
    'r&d@x.example',
    'a/b@x.example',
    "o'brien@x.example",
    'x=y@x.example',
    'a+b@x.example',
    'a..b@x.example',
  ],
  ...['{a}|b@x.example', '#1?%@x.example', 'a@x.co.uk', 'a@1and1.example', '-@x.example'],
]
const UNSENDABLE = [
  ...['', '@', 'a@', '@x.example', 'a', 'a@x.example.', 'a@x..example', 'a@-x.example', 'a@x-.example'],
  ...[
    'a b@x.example',
    '"a b"@x.example',
    'a,b@x.example',
    'a;b@x.example',
    'a:b@x.example',
    'a(b)@x.example',
  ],
  ...['a[b]@x.example', 'a\\b@x.example', 'a@b@x.example', 'a@x_y.example', 'a@[127.0.0.1]', 'a@x y.example'],
  ...['<a@x.example>, <b@x.example>', 'a@' + 'b'.repeat(64) + '.example'],
]

test('what the browser’s email input accepts is accepted, and nothing else that is plain', () => {
  for (const address of [...SENDABLE, ...UNSENDABLE])
    expect([address, parseAddress(address).ok]).toEqual([address, WHATWG.test(address)])
  expect([parseAddress('a@localhost').ok, isWritable('a@localhost')]).toEqual([false, true])
  expect(['zoë@x.example', 'A@x.example', 'a@exämple.example', 'a b@x.example'].filter(isWritable)).toEqual(
    [],
  )
  for (const address of SENDABLE) expect(isWritable(address), address).toBe(true)
})

test('whoever cannot be written to is refused with the reason', () => {
  expect(parseAddress('zoë@x.example')).toEqual({ ok: false, fault: 'other-letters' })
  expect(parseAddress('a b@x.example')).toEqual({ ok: false, fault: 'no-address' })
  expect(parseAddress(`${'a'.repeat(65)}@x.example`)).toEqual({ ok: false, fault: 'too-long' })
  expect(parseAddress(`${'a'.repeat(64)}@x.example`).ok).toBe(true)
  expect(
    parseAddress(`a@${'b'.repeat(62)}.${'c'.repeat(62)}.${'d'.repeat(60)}.${'e'.repeat(60)}.example`),
  ).toEqual({
    ok: false,
    fault: 'too-long',
  })
})

test('a domain in its own letters is stored in A-labels and shown as it is read', () => {
  expect(parseAddress(' Zoe@EXÄMPLE.example ')).toEqual({ ok: true, address: 'zoe@xn--exmple-cua.example' })
  expect(shownAddress('zoe@xn--exmple-cua.example')).toBe('zoe@exämple.example')
  expect(normalAddress('ZOE@exa\u0308mple.example')).toBe('zoe@xn--exmple-cua.example')
  expect(formsOfAddress('zoe@exämple.example')).toEqual(['zoe@xn--exmple-cua.example', 'zoe@exämple.example'])
  expect(formsOfAddress('zoe@x.example')).toEqual(['zoe@x.example'])
})

test('A-labels are those of the URL standard, in both directions', () => {
  for (const domain of [
    ...[
      'bücher.example',
      'faß.de',
      'mañana.com',
      'ΒΌΛΟΣ.com',
      'βόλος.com',
      'правда.рф',
      '例え.テスト',
      '點看',
    ],
    ...[
      'مثال.إختبار',
      'co·op.cat',
      'Ａ．example',
      '१२३.example',
      'straße.ß.example',
      'ﬁn.example',
      'a.b.example',
    ],
  ]) {
    const ascii = toAsciiDomain(domain)
    expect([domain, ascii]).toEqual([domain, domainToASCII(domain)])
    expect(toShownDomain(ascii ?? '')).toBe(domainToUnicode(ascii ?? ''))
  }
  expect(toAsciiDomain('xn--zzzz---.example')).toBeNull()
  expect(toShownDomain('xn--.example')).toBe('xn--.example')
})

test('an address that is pasted with a name beside it is taken out', () => {
  for (const pasted of [
    'Odile Martin <odile@x.example>',
    '"Martin, Odile" <ODILE@x.example>;',
    '<odile@x.example>',
  ])
    expect(parseAddress(pasted)).toEqual({ ok: true, address: 'odile@x.example' })
  expect(parseAddress('mailto:odile@x.example')).toEqual({ ok: true, address: 'odile@x.example' })
  expect(parseAddress('odile@x.example\u200b')).toEqual({ ok: true, address: 'odile@x.example' })
  expect(mailboxIn('Nadia Haddad <Nadia@x.example>')).toEqual({
    name: 'Nadia Haddad',
    email: 'nadia@x.example',
  })
  expect(mailboxIn('nadia@x.example')).toBeNull()
  expect(mailboxIn('Nadia <nadia@x y>')).toBeNull()
})

test('a list of addresses may have names, with commas in them', () => {
  expect(
    splitAddresses(
      'a@x.example, b@x.example c@x.example; "Martin, Odile" <o@x.example>, Martin, Zoë <z@x.example>\n',
    )
      .map((each) => parseAddress(each))
      .map((each) => each.ok && each.address),
  ).toEqual(['a@x.example', 'b@x.example', 'c@x.example', 'o@x.example', 'z@x.example'])
  expect(splitAddresses('a@x.example, junk')).toEqual(['a@x.example', 'junk'])
  expect(splitAddresses('')).toEqual([])
})
