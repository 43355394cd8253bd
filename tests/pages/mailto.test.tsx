import { expect, test } from 'vitest'

import { MailLink, mailto } from '../../web/parts/mailto.tsx'

test('a link to an address keeps what RFC 6068 lets stand, and hides what would end the address', () => {
  expect(mailto('claude.bernard@northwind.example')).toBe('mailto:claude.bernard@northwind.example')
  expect(mailto('a?subject=x&b%@northwind.example')).toBe('mailto:a%3Fsubject%3Dx%26b%25@northwind.example')
})

test('a mail that is begun has its subject and its words, line by line', () => {
  const begun = mailto('odile@northwind.example', { subject: 'Re: Thursday & Friday', body: 'Hello\nOdile' })
  expect(begun).toBe(
    'mailto:odile@northwind.example?subject=Re%3A%20Thursday%20%26%20Friday&body=Hello%0AOdile',
  )
})

test('a domain is written to in the letters that mail carries, and shown in those that people read', () => {
  const link = String(<MailLink address="anna@xn--mller-kva.example" />)
  expect(link).toBe('<a href="mailto:anna@xn--mller-kva.example">anna@müller.example</a>')
})
