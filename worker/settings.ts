import { mailboxIn } from './domain/people/address.ts'
import { isSecurityContact } from './domain/people/security-contact.ts'
import { readKeyring } from './domain/seal/keyring.ts'
import { readSecrets } from './domain/seal/secrets.ts'

/** What production is configured with; each may be missing, whatever the generated types say. */
export type StartSettings = {
  readonly [Name in (typeof TEXTS)[number]]?: string | undefined
} & { readonly MAIL?: unknown }

/** A setting that production cannot run with: its code for the log, and what whoever runs it does about it. */
export type StartProblem = { readonly code: string; readonly sentence: string }

const TEXTS = [
  'SECRET',
  'SEALING_KEYS',
  'ORIGIN',
  'REPLY_DOMAIN',
  'REPLY_PREFIX',
  'FIRST_MANAGER',
  'OWNER_CLAIM',
  'ACCESS_TEAM',
  'ACCESS_AUD',
  'SECURITY_CONTACT',
  'MAIL_DRIVER',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_USER',
  'SMTP_PASSWORD',
] as const

/** Of an HMAC with SHA-256: as long as what it makes. */
const MIN_SECRET_OCTETS = 32
/** A local part has 64 characters at most, and 26 of them are the secret of the address (RFC 5321 §4.5.3.1.1). */
const MAX_PREFIX_CHARACTERS = 38
/** In wrangler.toml, to be replaced. */
const PLACEHOLDER_DOMAIN = 'sotto.example'

/** Why production does not start; empty when it may. No sentence holds a value. */
export function whyNotStart(settings: StartSettings): readonly StartProblem[] {
  return [
    ...whyNotSecret(settings),
    ...keyringProblem(settings),
    ...originProblem(settings),
    ...replyProblems(settings),
    ...mailProblems(settings),
    ...managerProblem(settings),
    ...claimProblem(settings),
    ...accessProblems(settings),
    ...contactProblem(settings),
  ]
}

export function whyNotSecret({ SECRET = '' }: Pick<StartSettings, 'SECRET'>): readonly StartProblem[] {
  const read = readSecrets(SECRET)
  const how =
    'Run `openssl rand -base64 32`, keep what it prints, and paste it into `npx wrangler secret put SECRET`.'
  if (!read.ok && read.refusal !== 'missing')
    return problem(
      `secret-${read.refusal}`,
      'SECRET has to be one value, or <id>=<value> for each, the newest first, separated by commas, such as k2=…,k1=…: no id and no value twice. An id has lower-case letters, digits and hyphens.',
    )
  const values = read.ok ? read.value.map(({ value }) => value.trim()) : ['']
  if (values.some(isTooShort))
    return problem('secret-too-short', `Each value of SECRET has to be at least 32 random bytes. ${how}`)
  if (values.some((each) => PLACEHOLDER.test(each)))
    return problem('secret-placeholder', `SECRET is still a placeholder. ${how}`)
  return []
}

const PLACEHOLDER = /change.?me|placeholder|your.{0,3}secret|openssl|random.bytes|replace.{0,3}(?:me|this)/i

function keyringProblem({ SEALING_KEYS }: StartSettings): readonly StartProblem[] {
  const read = readKeyring(SEALING_KEYS)
  if (read.ok) return []
  switch (read.refusal) {
    case 'missing':
      return problem(
        'sealing-keys-missing',
        'SEALING_KEYS is not set. Run `echo "k1=$(openssl rand -base64 32)"`, keep what it prints, and paste it into `npx wrangler secret put SEALING_KEYS`: what it seals cannot be read without.',
      )
    case 'malformed':
      return problem(
        'sealing-keys-malformed',
        'SEALING_KEYS has to be <id>=<32 random bytes as base64>, the newest first, separated by commas, such as k2=…,k1=…. Make a key by `openssl rand -base64 32`; an id has lower-case letters, digits and hyphens.',
      )
    case 'repeated':
      return problem(
        'sealing-keys-repeated',
        'SEALING_KEYS names one id twice: each key in it has to be given an id of its own.',
      )
  }
}

function originProblem({ ORIGIN = '' }: StartSettings): readonly StartProblem[] {
  const how = 'Set ORIGIN in wrangler.toml to the address people open, such as https://sotto.company.com'
  const url = URL.parse(ORIGIN)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !isWeb || url.origin !== ORIGIN || !/^[a-z\d.:[\]-]*[^.]$/.test(url.hostname))
    return problem(
      'origin-malformed',
      `ORIGIN has to be scheme and host, in lower case, with nothing behind. ${how}: no path, no slash at the end.`,
    )
  if (isPlaceholder(url.hostname))
    return problem('origin-placeholder', `ORIGIN is still the placeholder. ${how}.`)
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return problem('origin-insecure', `ORIGIN has to begin with https. ${how}.`)
  return []
}

function replyProblems({ REPLY_DOMAIN = '', REPLY_PREFIX = '' }: StartSettings): readonly StartProblem[] {
  const how =
    'Set REPLY_DOMAIN in wrangler.toml to the domain that answers come to, such as reply.company.com.'
  const prefix = `REPLY_PREFIX has to be 1 to ${MAX_PREFIX_CHARACTERS} letters, digits, hyphens or dots, and begin with a letter or digit, such as calendar-. Set it in wrangler.toml.`
  return [
    ...(isPlaceholder(REPLY_DOMAIN.toLowerCase())
      ? problem('reply-domain-placeholder', `REPLY_DOMAIN is still the placeholder. ${how}`)
      : isDomain(REPLY_DOMAIN)
        ? []
        : problem('reply-domain-malformed', `REPLY_DOMAIN has to be a domain name. ${how}`)),
    ...(isPrefix(REPLY_PREFIX) ? [] : problem('reply-prefix-malformed', prefix)),
  ]
}

function mailProblems(settings: StartSettings): readonly StartProblem[] {
  const { MAIL, MAIL_DRIVER } = settings
  switch (MAIL_DRIVER || 'cloudflare') {
    case 'cloudflare':
      return MAIL
        ? []
        : problem(
            'mail-binding-missing',
            'MAIL_DRIVER is cloudflare, and nothing is bound as MAIL. Keep [[send_email]] in wrangler.toml, or set MAIL_DRIVER to smtp.',
          )
    case 'smtp':
      return smtpProblems(settings)
    default:
      return problem('mail-driver-unknown', 'MAIL_DRIVER in wrangler.toml has to be cloudflare or smtp.')
  }
}

function smtpProblems({
  SMTP_HOST = '',
  SMTP_PORT = '',
  SMTP_USER = '',
  SMTP_PASSWORD = '',
}: StartSettings): readonly StartProblem[] {
  return [
    ...(/^[^\s/:@]+$|^[\da-f:.]+$/i.test(SMTP_HOST)
      ? []
      : problem(
          'smtp-host-missing',
          'MAIL_DRIVER is smtp: set SMTP_HOST in wrangler.toml to the name of your relay, without scheme or port.',
        )),
    ...(isPort(SMTP_PORT)
      ? []
      : problem('smtp-port-malformed', 'SMTP_PORT in wrangler.toml has to be a port, such as 465 or 587.')),
    ...(SMTP_USER === '' || SMTP_PASSWORD !== ''
      ? []
      : problem(
          'smtp-password-missing',
          'SMTP_USER is set and SMTP_PASSWORD is not. Run `npx wrangler secret put SMTP_PASSWORD`, or empty SMTP_USER.',
        )),
  ]
}

function managerProblem({ FIRST_MANAGER = '' }: StartSettings): readonly StartProblem[] {
  if (FIRST_MANAGER.trim() === '' || mailboxIn(FIRST_MANAGER)) return []
  return problem(
    'first-manager-malformed',
    'FIRST_MANAGER in wrangler.toml has to be a name and an address, such as “Nadia Haddad <nadia@company.com>”, or empty.',
  )
}

/** Optional: without it nobody claims. */
function claimProblem({ OWNER_CLAIM = '', SECRET = '' }: StartSettings): readonly StartProblem[] {
  const claim = OWNER_CLAIM.trim()
  if (claim === '') return []
  const how =
    'Run `openssl rand -base64 32`, keep what it prints, and paste it into `npx wrangler secret put OWNER_CLAIM`, or delete it.'
  if (isTooShort(claim))
    return problem('owner-claim-too-short', `OWNER_CLAIM has to be at least 32 random bytes. ${how}`)
  if (PLACEHOLDER.test(claim))
    return problem('owner-claim-placeholder', `OWNER_CLAIM is still a placeholder. ${how}`)
  // It is typed into a page, where SECRET never belongs.
  if (SECRET.includes(claim))
    return problem('owner-claim-repeated', `OWNER_CLAIM has to be another value than SECRET. ${how}`)
  return []
}

function isTooShort(secret: string): boolean {
  return new TextEncoder().encode(secret).byteLength < MIN_SECRET_OCTETS
}

/** Both, or none: with one of them alone somebody believes that Access stands in front. */
function accessProblems({ ACCESS_TEAM = '', ACCESS_AUD = '' }: StartSettings): readonly StartProblem[] {
  if (ACCESS_TEAM === '' && ACCESS_AUD === '') return []
  return [
    ...(/^https:\/\/[a-z\d](?:[a-z\d-]*[a-z\d])?\.cloudflareaccess\.com$/.test(ACCESS_TEAM)
      ? []
      : problem(
          'access-team-malformed',
          'ACCESS_TEAM has to be “https://<team>.cloudflareaccess.com”, with nothing behind, or both it and ACCESS_AUD empty.',
        )),
    ...(/^[\da-f]{64}$/.test(ACCESS_AUD)
      ? []
      : problem(
          'access-aud-malformed',
          'ACCESS_AUD in wrangler.toml has to be the audience tag of the Access application, 64 letters and digits, or both it and ACCESS_TEAM empty.',
        )),
  ]
}

function contactProblem({ SECURITY_CONTACT = '' }: StartSettings): readonly StartProblem[] {
  const contact = SECURITY_CONTACT.trim()
  if (contact === '' || isSecurityContact(contact)) return []
  return problem(
    'security-contact-malformed',
    'SECURITY_CONTACT in wrangler.toml has to be a “mailto:” with an address, or an “https:” page, or empty.',
  )
}

function problem(code: string, sentence: string): readonly [StartProblem] {
  return [{ code, sentence }]
}

function isPlaceholder(host: string): boolean {
  return host === PLACEHOLDER_DOMAIN || host.endsWith(`.${PLACEHOLDER_DOMAIN}`)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host)
}

/** RFC 1123 §2.1, of two labels at least; the last is no number, so that no IP address passes. */
function isDomain(text: string): boolean {
  const labels = text.toLowerCase().split('.')
  const isLabel = (label: string) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label)
  return (
    text.length <= 253 && labels.length >= 2 && labels.every(isLabel) && !/^\d+$/.test(labels.at(-1) ?? '')
  )
}

/** Together with the letters and digits behind it, it is the local part of an address. */
function isPrefix(text: string): boolean {
  return text.length <= MAX_PREFIX_CHARACTERS && /^[a-z\d](?:\.?[a-z\d_-])*\.?$/i.test(text)
}

/** Empty: 465. */
function isPort(text: string): boolean {
  return text === '' || (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535)
}
