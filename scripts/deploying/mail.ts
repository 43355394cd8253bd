import type { Answers } from './answers.ts'

/** The settings that say how mail leaves; of a relay as a URL. Its password is a secret and never part of it. */
export function mailVars(mail: string): {
  readonly MAIL_DRIVER: string
  readonly SMTP_HOST: string
  readonly SMTP_PORT: string
  readonly SMTP_USER: string
} {
  const url = mail.startsWith('smtp:') || mail.startsWith('smtps:') ? URL.parse(mail) : null
  if (!url) return { MAIL_DRIVER: mail, SMTP_HOST: '', SMTP_PORT: '465', SMTP_USER: '' }
  return {
    MAIL_DRIVER: 'smtp',
    SMTP_HOST: url.hostname,
    SMTP_PORT: url.port || '465',
    SMTP_USER: decodeURIComponent(url.username),
  }
}

export function holdsPassword(mail: string): boolean {
  return (URL.parse(mail)?.password ?? '') !== ''
}

export function isByCloudflare(mail: string): boolean {
  return mail === 'cloudflare'
}

const STAGING = '-staging'

/** A rehearsal has real people in it and writes to nobody whom it does not name. */
export function isStaging(name: string): boolean {
  return name.endsWith(STAGING)
}

export function stagingOf(name: string): string {
  return `${name}${STAGING}`
}

/** What a rehearsal rehearses; any other is itself. */
export function realOf(name: string): string {
  return isStaging(name) ? name.slice(0, -STAGING.length) : name
}

/** The addresses that a deployment may write to; null for all. */
export function mayWriteTo(name: string, { mailTo = '' }: Pick<Answers, 'mailTo'>): readonly string[] | null {
  if (!isStaging(name) || mailTo === 'anybody') return null
  return mailTo.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
}
