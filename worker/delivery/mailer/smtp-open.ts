import { expectCode } from './smtp-reply.ts'
import { type Connect, inTime, orElse, type Talk, TalkError, talkOver } from './smtp-talk.ts'

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

/** False if there is surely no such name; null if nobody knows. */
export type LookUp = (host: string) => Promise<boolean | null>

type Relay = {
  readonly settings: SmtpSettings
  readonly connect: Connect
  readonly lookUp: LookUp
  /** How long the relay may be silent. */
  readonly timeoutMs: number
}

/** Opens a dialogue that is ready for the first mail. `begun` gets it at once, so that it can be ended from outside. */
export async function openTalk(relay: Relay, begun: (talk: Talk) => void): Promise<Talk> {
  const { settings, connect, timeoutMs } = relay
  const { host: hostname, port } = settings
  const secureTransport = transportOf(settings)
  const connection = connect({ hostname, port }, { secureTransport, allowHalfOpen: false })
  const talk = talkOver(connection, timeoutMs)
  begun(talk)
  try {
    await inTime(orElse(connection.opened, NOT_OPENED), timeoutMs)
    await handshake(talk, settings)
    return talk
  } catch (error) {
    await talk.end()
    throw error instanceof TalkError && error.message === NOT_OPENED ? await whyNotOpened(relay) : error
  }
}

function transportOf({ plain, port }: SmtpSettings): 'on' | 'off' | 'starttls' {
  if (plain) return 'off'
  return port === 465 ? 'on' : 'starttls'
}

const NOT_OPENED = 'smtp-refused'

/** How long each question of a diagnosis may take. */
const DIAGNOSIS_MS = 5_000

/**
 * The platform has one message for every connection that does not open. So: is there such a name, and does the port open
 * without TLS? That connection is closed at once and says nothing.
 */
async function whyNotOpened({ settings, connect, lookUp }: Relay): Promise<TalkError> {
  const { host: hostname, port } = settings
  const isThere = await inTime(lookUp(hostname), DIAGNOSIS_MS).catch(() => null)
  if (isThere === false) return new TalkError('smtp-name-not-found')
  if (transportOf(settings) !== 'on') return new TalkError(NOT_OPENED)

  const bare = connect({ hostname, port }, { secureTransport: 'off', allowHalfOpen: false })
  const opens = await inTime(bare.opened, DIAGNOSIS_MS).then(
    () => true,
    () => false,
  )
  await bare.close().catch(() => {})
  return new TalkError(opens ? 'smtp-certificate' : NOT_OPENED)
}

/** Greeting, encryption and sign-in. The operator must fix an error here, so it is never about a letter. */
async function handshake(talk: Talk, settings: SmtpSettings): Promise<void> {
  expectCode('greeting', await talk.hear(), 220)
  let extensions = await ehlo(talk, settings)
  if (transportOf(settings) === 'starttls') {
    if (!extensions.some((each) => /^STARTTLS$/i.test(each))) throw new TalkError('smtp-no-tls')
    expectCode('starttls', await talk.say('STARTTLS'), 220)
    await talk.encrypt()
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

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
