import { expect, test } from 'vitest'

import { mayBeTold } from '../../../worker/domain/webhook/make.ts'

const OWN = { origin: 'https://sotto.example', replyDomain: 'reply.sotto-mail.example' }
const may = (url: string) => mayBeTold(url, OWN, (text) => URL.parse(text))

test.each([
  'http://hooks.example/a',
  'https://hooks.example:443/a',
  'https://hooks.example:8443/a',
  'https://hooks.example:/a',
  'https://me@hooks.example/a',
  'https://me:word@hooks.example/a',
  'https://127.0.0.1/a',
  'https://127.1/a',
  'https://2130706433/a',
  'https://0x7f000001/a',
  'https://0177.0.0.1/a',
  'https://169.254.169.254/latest',
  'https://8.8.8.8/a',
  'https://[::1]/a',
  'https://[::ffff:127.0.0.1]/a',
  'https://[fd00:ec2::254]/a',
  'https://１２７.０.０.１/a',
  'https://localhost/a',
  'https://a.localhost./a',
  'https://intranet/a',
  'https://db.internal/a',
  'https://printer.local/a',
  'https://1.0.0.127.in-addr.arpa/a',
  'https://127.0.0.1.nip.io/a',
  'https://sotto.example/a',
  'https://SOTTO.example./a',
  'https://reply.sotto-mail.example/a',
  'https://x.reply.sotto-mail.example/a',
  'https://REPLY.sotto-mail.example./a',
  'ftp://hooks.example/a',
  'javascript:alert(1)',
  'hooks.example/a',
  '',
  `https://hooks.example/${'a'.repeat(1000)}`,
])('%s is not called', (url) => expect(may(url)).toBe(false))

test.each([
  'https://hooks.example/a',
  'https://hooks.example/a?x=http://127.0.0.1:80/',
  'https://hooks.example/a:b',
  'https://bücher.example/a',
  'https://sotto.example.org/a',
  'https://hooks.example./a',
])('%s may be called', (url) => expect(may(url)).toBe(true))
