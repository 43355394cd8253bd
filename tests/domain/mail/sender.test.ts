import { expect, test } from 'vitest'

import { isPublicProvider, senderOf } from '../../../worker/domain/mail/sender.ts'

test.each([
  ['odile@northwind.example', 'odile@northwind.example', 'northwind.example'],
  [' Odile@Northwind.Example ', 'odile@northwind.example', 'northwind.example'],
  ['claude.bernard@gmail.com', 'claude.bernard@gmail.com', null],
  ['claude@yahoo.co.uk', 'claude@yahoo.co.uk', null],
  ['mailer-daemon', 'mailer-daemon', null],
])('%s is from %s, of the domain %s', (from, address, domain) => {
  expect(senderOf({ from })).toEqual({ address, domain })
})

test('a mail that names no single author is nobody’s', () => {
  expect(senderOf({ from: null })).toBeNull()
  expect(senderOf({})).toBeNull()
  expect(senderOf('')).toBeNull()
})

test.each([
  'gmail.com',
  'googlemail.com',
  'outlook.com.br',
  'hotmail.fr',
  'icloud.com',
  'gmx.de',
  'proton.me',
  'orange.fr',
])('%s is a public provider: one person there makes nobody else known', (domain) => {
  expect(isPublicProvider(domain)).toBe(true)
})

test.each([
  'northwind.example',
  'gmail.northwind.example',
  'outlook-tools.com',
  'live.northwind.com',
  'bigmail.com',
])('%s is a domain of its own', (domain) => {
  expect(isPublicProvider(domain)).toBe(false)
})
