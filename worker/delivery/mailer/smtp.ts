import type { SendResult, Mail, MailPort } from '../../domain/letter/mail-port.ts'
import { blamesAddress } from '../../domain/letter/suppression.ts'
import { type Connection, type SmtpReply, type Talk, TalkError, talkOver } from './smtp-talk.ts'

export type SmtpSettings = {
  readonly host: string
  /** Port 465 uses TLS from the first octet; any other port must offer STARTTLS. */
  readonly port: number
  readonly user: string | null
  readonly password: string | null
  /** Our own host name, for EHLO. */
  readonly name: string
  /** Without TLS: only in development and only to this machine. */
  readonly plain: boolean
}

export type Connect = (
  address: { readonly hostname: string; readonly port: number },
  options: { readonly secureTransport: 'on' | 'off' | 'starttls'; readonly allowHalfOpen: false },
) => Connection

/** Submits mail to an organisation's own relay (RFC 6409), octet for octet. */
export function smtpMailer(settings: SmtpSettings, connect: Connect, timeout?: number): MailPort {
  return async (mail) => {
    if (!isSendable(mail.from) || !isSendable(mail.to))
      return { ok: false, error: 'smtp-bad-address', fault: 'letter', mayBeHad: false }

    const secureTransport = settings.plain ? 'off' : settings.port === 465 ? 'on' : 'starttls'
    const address = { hostname: settings.host, port: settings.port }
    let talk: Talk | null = null
    try {
      talk = talkOver(connect(address, { secureTransport, allowHalfOpen: false }), timeout)
      await handshake(talk, settings, secureTransport === 'starttls')
      return { ok: true, providerId: await submit(talk, mail) }
    } catch (error) {
      return failureOf(error)
    } finally {
      await talk?.end()
    }
  }
}

/** Greeting, encryption and sign-in. The operator must fix an error here, so it is never final. */
async function handshake(talk: Talk, settings: SmtpSettings, mustEncrypt: boolean): Promise<void> {
  expectCode('greeting', await talk.hear(), 220)
  let extensions = await ehlo(talk, settings)
  if (mustEncrypt) {
    if (!extensions.some((each) => /^STARTTLS$/i.test(each))) throw new TalkError('smtp-no-tls')
    expectCode('starttls', await talk.say('STARTTLS'), 220)
    talk.encrypt()
    extensions = await ehlo(talk, settings)
  }
  await signIn(talk, settings, extensions)
}

async function ehlo(talk: Talk, { name }: SmtpSettings): Promise<readonly string[]> {
  const reply = await talk.say(`EHLO ${name}`)
  expectCode('ehlo', reply, 250)
  return reply.lines.slice(1)
}

/** RFC 4954: PLAIN if the server offers it, else LOGIN. */
async function signIn(
  talk: Talk,
  { user, password }: SmtpSettings,
  extensions: readonly string[],
): Promise<void> {
  if (!user) return
  const mechanisms = extensions.flatMap((each) =>
    /^AUTH[ =]/i.test(each) ? each.slice(5).toUpperCase().split(/\s+/) : [],
  )
  if (mechanisms.includes('PLAIN')) {
    expectCode('auth', await talk.say(`AUTH PLAIN ${base64(`\0${user}\0${password ?? ''}`)}`), 235)
  } else if (mechanisms.includes('LOGIN')) {
    expectCode('auth', await talk.say('AUTH LOGIN'), 334)
    expectCode('auth', await talk.say(base64(user)), 334)
    expectCode('auth', await talk.say(base64(password ?? '')), 235)
  } else throw new TalkError('smtp-no-auth')
}

/** Returns the server's name for the mail, if it gives one. */
async function submit(talk: Talk, { from, to, raw }: Mail): Promise<string> {
  expectCode('sender', await talk.say(`MAIL FROM:<${from}>`), 250)
  expectCode('recipient', await talk.say(`RCPT TO:<${to}>`), 250, 251)
  expectCode('data', await talk.say('DATA'), 354)
  const reply = await talk.pour(`${stuffed(raw)}.\r\n`)
  expectCode('message', reply, 250)
  await talk.say('QUIT').catch(() => {})
  return reply.lines.join(' ').slice(0, 200) || 'taken'
}

/** RFC 5321 §4.5.2: a line that begins with a dot gets a second dot. Every line ends with CRLF, the last one too. */
export function stuffed(raw: string): string {
  const lines = raw.replace(/\r\n|\r|\n/g, '\r\n').replace(/^\./gm, '..')
  return lines.endsWith('\r\n') ? lines : `${lines}\r\n`
}

type Stage = 'greeting' | 'ehlo' | 'starttls' | 'auth' | 'sender' | 'recipient' | 'data' | 'message'

/** Errors at these stages concern this mail or its reader, not our settings or the relay. */
const ABOUT_THE_MAIL: ReadonlySet<Stage> = new Set(['sender', 'recipient', 'data', 'message'])

class Refused extends Error {
  override readonly name = 'Refused'
  readonly handed: SendResult
  constructor(stage: Stage, { code, lines }: SmtpReply) {
    super(stage)
    const status = /^[245]\.\d{1,3}\.\d{1,3}\b/.exec(lines[0] ?? '')?.[0]
    const error = `smtp-${stage}-${code}${status ? `-${status}` : ''}`
    const isFinal = code >= 500 && ABOUT_THE_MAIL.has(stage) && !isRelayFault(code, status)
    const fault = isFinal ? (blamesAddress(error) ? 'address' : 'letter') : 'moment'
    this.handed = { ok: false, error, fault, mayBeHad: false }
  }
}

/** 5.7.0 and 530: the relay does not accept our sign-in. 552 and 5.3.4 are faults of the mail. */
function isRelayFault(code: number, status: string | undefined): boolean {
  return code === 530 || status === '5.7.0'
}

function expectCode(stage: Stage, reply: SmtpReply, ...codes: readonly number[]): void {
  if (!codes.includes(reply.code)) throw new Refused(stage, reply)
}

function failureOf(error: unknown): SendResult {
  if (error instanceof Refused) return error.handed
  const code = error instanceof TalkError ? error.message : 'smtp-unreachable'
  return { ok: false, error: code, fault: 'moment', mayBeHad: true }
}

/** Rejects anything that could end the line or the angle brackets, and any octet that needs SMTPUTF8. */
function isSendable(address: string): boolean {
  return /^[\x21-\x3b\x3d\x3f-\x7e]{1,64}@[\x21-\x3b\x3d\x3f-\x7e]{1,255}$/.test(address)
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
