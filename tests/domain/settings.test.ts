import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'
import { type StartSettings, whyNotStart } from '../../worker/settings.ts'

const RIGHT: StartSettings = {
  SECRET: 'kb6Lm0lqX0cUzT2mS2h1vY9pQJr4w8e5nA7dGfHtBx0=',
  SEALING_KEYS: 'k1=x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0=',
  ORIGIN: 'https://sotto.company.com',
  REPLY_DOMAIN: 'reply.company.com',
  REPLY_PREFIX: 'sotto-',
  FIRST_MANAGER: '',
  SECURITY_CONTACT: '',
  MAIL_DRIVER: 'cloudflare',
  SMTP_HOST: '',
  SMTP_PORT: '465',
  SMTP_USER: '',
  MAIL: {},
}
const KEY = 'x7hQ0m9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0='
const OTHER_KEY = 'Qm9Zt3sVw5yB8cD1eF2gH4jK6lN0pR9uT8vX7a0x7hQ='
const TEAM = 'https://company.cloudflareaccess.com'
const AUD = '0123456789abcdef'.repeat(4)
const SMTP: StartSettings = { MAIL_DRIVER: 'smtp', SMTP_HOST: 'mail.company.com', SMTP_PORT: '587' }

const wrong: readonly (readonly [string, StartSettings])[] = [
  ['secret-too-short', { SECRET: '' }],
  ['secret-too-short', { SECRET: 'x'.repeat(31) }],
  ['secret-too-short', { SECRET: ' '.repeat(64) }],
  ['secret-too-short', { SECRET: `  ${'x'.repeat(31)}\n` }],
  ['secret-too-short', { SECRET: 'é'.repeat(15) }],
  ['secret-too-short', { SECRET: `k2=short,k1=${'x'.repeat(40)}` }],
  ['secret-too-short', { SECRET: `k2=${'x'.repeat(40)},k1=short` }],
  ['secret-malformed', { SECRET: `k2=,k1=${'x'.repeat(40)}` }],
  ['secret-malformed', { SECRET: `k2=${'x'.repeat(40)},${'y'.repeat(40)}` }],
  ['secret-repeated', { SECRET: `k1=${'x'.repeat(40)},k1=${'y'.repeat(40)}` }],
  ['secret-repeated', { SECRET: `k2=${'x'.repeat(40)},k1=${'x'.repeat(40)}` }],
  ['secret-placeholder', { SECRET: `k2=${'x'.repeat(40)},k1=change-me-change-me-change-me-change-me` }],
  ['secret-placeholder', { SECRET: 'change-me-change-me-change-me-change-me' }],
  ['secret-placeholder', { SECRET: 'your secret of at least thirty-two bytes' }],
  ['secret-placeholder', { SECRET: 'openssl rand -base64 32 openssl rand' }],
  ['sealing-keys-missing', { SEALING_KEYS: undefined }],
  ['sealing-keys-missing', { SEALING_KEYS: ' ' }],
  ...[
    KEY,
    `k1=${KEY.slice(0, -1)}`,
    `k1=${KEY.slice(0, -2)}`,
    `K1=${KEY}`,
    `k.1=${KEY}`,
    `=${KEY}`,
    `k1=${KEY},`,
    `k1=${KEY};k2=${OTHER_KEY}`,
    `k1=${KEY.replace('0=', '1=')}`,
    `k1=${'A'.repeat(43)}=`,
    'change-me',
  ].map((SEALING_KEYS) => ['sealing-keys-malformed', { SEALING_KEYS }] as const),
  ['sealing-keys-repeated', { SEALING_KEYS: `k1=${KEY},k1=${OTHER_KEY}` }],
  ...[
    '',
    'sotto.company.com',
    'https://',
    'https://sotto.company.com/',
    'https://sotto.company.com/app',
    'https://sotto.company.com?x',
    'https://sotto.company.com#x',
    'https://nadia@sotto.company.com',
    'https://nadia:pw@sotto.company.com',
    'https://Sotto.company.com',
    'HTTPS://sotto.company.com',
    'https://sotto.company.com:443',
    'https://sotto.company.com.',
    'https://*.company.com',
    'https://söttö.company.com',
    ' https://sotto.company.com',
    'ftp://sotto.company.com',
    'null',
  ].map((ORIGIN) => ['origin-malformed', { ORIGIN }] as const),
  ['origin-placeholder', { ORIGIN: 'https://sotto.example' }],
  ['origin-placeholder', { ORIGIN: 'https://www.sotto.example' }],
  ['origin-placeholder', { ORIGIN: 'https://sotto.example:8443' }],
  ['origin-insecure', { ORIGIN: 'http://sotto.company.com' }],
  ['origin-insecure', { ORIGIN: 'http://localhost.company.com' }],
  ['reply-domain-placeholder', { REPLY_DOMAIN: 'sotto.example' }],
  ['reply-domain-placeholder', { REPLY_DOMAIN: 'Reply.Sotto.Example' }],
  ...[
    '',
    'company',
    'reply.company.com.',
    '.company.com',
    'reply..company.com',
    'a b.company.com',
    '@reply.company.com',
    'https://reply.company.com',
    '192.0.2.1',
    '-reply.company.com',
    'réponse.company.com',
    `${'x'.repeat(64)}.com`,
  ].map((REPLY_DOMAIN) => ['reply-domain-malformed', { REPLY_DOMAIN }] as const),
  ...['', 'so tto', 'sotto+', '-sotto', '.sotto', 'so..tto', 'x'.repeat(39), 'sottö'].map(
    (REPLY_PREFIX) => ['reply-prefix-malformed', { REPLY_PREFIX }] as const,
  ),
  ['mail-driver-unknown', { MAIL_DRIVER: 'SMTP' }],
  ['mail-driver-unknown', { MAIL_DRIVER: 'sendgrid' }],
  ['mail-binding-missing', { MAIL: undefined }],
  ['smtp-host-missing', { ...SMTP, SMTP_HOST: '' }],
  ['smtp-host-missing', { ...SMTP, SMTP_HOST: 'smtps://mail.company.com' }],
  ['smtp-host-missing', { ...SMTP, SMTP_HOST: 'mail.company.com:465' }],
  ...['0', '65536', 'smtp', '-1', '4.65'].map(
    (SMTP_PORT) => ['smtp-port-malformed', { ...SMTP, SMTP_PORT }] as const,
  ),
  ['smtp-password-missing', { ...SMTP, SMTP_USER: 'sotto' }],
  ['first-manager-malformed', { FIRST_MANAGER: 'nadia@company.com' }],
  ['first-manager-malformed', { FIRST_MANAGER: 'Nadia Haddad' }],
  ['owner-claim-too-short', { OWNER_CLAIM: 'x'.repeat(31) }],
  ['owner-claim-too-short', { OWNER_CLAIM: `  ${'x'.repeat(31)}\n` }],
  ['owner-claim-placeholder', { OWNER_CLAIM: 'change-me-change-me-change-me-change-me' }],
  ['owner-claim-repeated', { OWNER_CLAIM: RIGHT.SECRET }],
  ['owner-claim-repeated', { SECRET: `k1=${OTHER_KEY}`, OWNER_CLAIM: OTHER_KEY }],
  ...[
    'company',
    'http://company.cloudflareaccess.com',
    'https://company.cloudflareaccess.com/',
    'https://cloudflareaccess.com',
    'https://a.company.cloudflareaccess.com',
    'https://company.cloudflareaccess.com.evil.example',
    'https://evil.example#.cloudflareaccess.com',
    '',
  ].map((ACCESS_TEAM) => ['access-team-malformed', { ACCESS_AUD: AUD, ACCESS_TEAM }] as const),
  ...['', AUD.slice(1), `${AUD} `].map(
    (ACCESS_AUD) => ['access-aud-malformed', { ACCESS_TEAM: TEAM, ACCESS_AUD }] as const,
  ),
  ['security-contact-malformed', { SECURITY_CONTACT: 'security@company.com' }],
  ['security-contact-malformed', { SECURITY_CONTACT: 'mailto:Nadia' }],
  ['security-contact-malformed', { SECURITY_CONTACT: 'http://company.com/security' }],
  [
    'security-contact-malformed',
    { SECURITY_CONTACT: 'https://company.com/a\nContact: mailto:eve@x.example' },
  ],
]

const right: readonly StartSettings[] = [
  {},
  { SECRET: 'x'.repeat(32) },
  { SECRET: `k2=${'x'.repeat(40)}, k1=${RIGHT.SECRET}` },
  { SEALING_KEYS: `k2=${OTHER_KEY}, k1=${KEY}\n` },
  { SECRET: `${RIGHT.SECRET}\n` },
  { ORIGIN: 'https://sotto.company.com:8443' },
  ...['http://127.0.0.1:8787', 'http://localhost:8787', 'http://[::1]:8787'].map((ORIGIN) => ({ ORIGIN })),
  { REPLY_DOMAIN: 'Company.co.uk' },
  { REPLY_DOMAIN: 'xn--rponse-bva.company.com' },
  { REPLY_PREFIX: 'Sotto.Team_1-' },
  { MAIL_DRIVER: '' },
  { ...SMTP, MAIL: undefined },
  { ...SMTP, SMTP_PORT: '', SMTP_HOST: '127.0.0.1' },
  { ...SMTP, SMTP_USER: 'sotto', SMTP_PASSWORD: 'pw' },
  { FIRST_MANAGER: 'Nadia Haddad <nadia@company.com>' },
  { ACCESS_TEAM: TEAM, ACCESS_AUD: AUD },
  { ACCESS_TEAM: '', ACCESS_AUD: '' },
  { OWNER_CLAIM: ' ' },
  { OWNER_CLAIM: `${KEY}\n` },
  { SECURITY_CONTACT: 'mailto:security@company.com' },
  { SECURITY_CONTACT: 'https://company.com/security' },
]

test.each(wrong)('%s: %o', (code, settings) => {
  expect(codesOf({ ...RIGHT, ...settings })).toEqual([code])
})

test.each(right)('%o may start', (settings) => {
  expect(codesOf({ ...RIGHT, ...settings })).toEqual([])
})

test('without any settings each of them is named', () => {
  expect(codesOf({})).toEqual([
    ...[
      'secret-too-short',
      'sealing-keys-missing',
      'origin-malformed',
      'reply-domain-malformed',
      'reply-prefix-malformed',
    ],
    'mail-binding-missing',
  ])
})

test('what people name is asked through the front door, also in the zone of the Worker', () => {
  const [, flags = ''] =
    /^compatibility_flags = \[(.*)\]$/m.exec(readFileSync(join(root, 'wrangler.toml'), 'utf8')) ?? []
  expect(flags.split(', ')).toContain('"global_fetch_strictly_public"')
})

test('wrangler.toml, as it is delivered, does not start', () => {
  const [head = ''] = readFileSync(join(root, 'wrangler.toml'), 'utf8').split('[env.development]')
  const settings = Object.fromEntries(
    Array.from(head.matchAll(/^(\w+) = "(.*)"$/gm), ([, name = '', value = '']) => [name, value]),
  )
  const delivered = {
    ...RIGHT,
    ORIGIN: settings['ORIGIN'] ?? '',
    REPLY_DOMAIN: settings['REPLY_DOMAIN'] ?? '',
  }
  expect(codesOf(delivered)).toEqual(['origin-placeholder', 'reply-domain-placeholder'])
  expect(codesOf({ ...RIGHT, ...settings, MAIL: {} })).toEqual(codesOf(delivered))
})

test('each sentence says which setting and what to do', () => {
  for (const [, settings] of wrong)
    for (const { sentence } of whyNotStart({ ...RIGHT, ...settings })) {
      const named = Object.keys(settings).filter((each) => sentence.includes(each))
      expect(named, sentence).not.toEqual([])
      expect(sentence).toMatch(/\b(?:Set|Run|Keep|has to be|set)\b/)
    }
})

test('no sentence repeats a value', () => {
  const all = Object.keys(RIGHT).filter((name) => name !== 'MAIL' && name !== 'MAIL_DRIVER')
  const canaries = Object.fromEntries(all.map((name) => [name, 'a canary +']))
  const problems = [...whyNotStart(canaries), ...whyNotStart({ ...canaries, MAIL_DRIVER: 'smtp' })]
  expect(new Set(problems.map(({ code }) => code)).size).toBeGreaterThan(6)
  expect(problems.filter(({ sentence }) => sentence.includes('canary'))).toEqual([])
})

function codesOf(settings: StartSettings): readonly string[] {
  return whyNotStart(settings).map(({ code }) => code)
}
