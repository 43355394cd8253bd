import type { MailPort } from '../../platform.ts'
import { cloudflareMailer } from './cloudflare.ts'
import { lookUp } from './look-up.ts'
import type { Connect } from './smtp-talk.ts'
import { smtpMailer } from './smtp.ts'

type MailerEnv = Pick<Env, 'MAIL' | 'MAIL_DRIVER' | 'ORIGIN' | 'SMTP_HOST' | 'SMTP_PORT' | 'SMTP_USER'> & {
  /** Optional: most installations have no such secret. */
  readonly SMTP_PASSWORD?: string
}

/** MAIL_DRIVER: Cloudflare's binding, or `smtp` for an organisation's own relay. */
export function mailerOf(env: MailerEnv, connect: Connect): MailPort {
  if (env.MAIL_DRIVER !== 'smtp') return cloudflareMailer(env.MAIL)

  const host = env.SMTP_HOST ?? ''
  const { hostname, protocol } = new URL(env.ORIGIN)
  return smtpMailer(
    {
      host,
      port: Number(env.SMTP_PORT || 465),
      user: env.SMTP_USER || null,
      password: env.SMTP_PASSWORD ?? null,
      name: hostname,
      plain: protocol === 'http:' && isLoopback(host),
    },
    connect,
    { lookUp },
  )
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
