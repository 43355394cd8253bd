/** What this code needs of a socket; `cloudflare:sockets` provides it. */
export type Connection = {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array>
  /** Rejects if the connection, or its TLS handshake, does not come about. */
  readonly opened: Promise<unknown>
  readonly startTls: () => Connection
  readonly close: () => Promise<void>
}

export type Connect = (
  address: { readonly hostname: string; readonly port: number },
  options: { readonly secureTransport: 'on' | 'off' | 'starttls'; readonly allowHalfOpen: false },
) => Connection

export type SmtpReply = { readonly code: number; readonly lines: readonly string[] }

/** The client side of an SMTP dialogue (RFC 5321 §2.3.8). Each reply has a timeout. */
export type Talk = {
  readonly hear: () => Promise<SmtpReply>
  readonly say: (line: string) => Promise<SmtpReply>
  /** Sends octets and waits for one reply. */
  readonly pour: (text: string) => Promise<SmtpReply>
  /** Encrypts the rest of the dialogue. */
  readonly encrypt: () => Promise<void>
  readonly end: () => Promise<void>
}

/** A dialogue ended early. The message is a code and contains no address and no words of the server. */
export class TalkError extends Error {
  override readonly name = 'TalkError'
}

/** The connection is closed if the server sends more than this or is silent this long. */
const MAX_ANSWER_OCTETS = 64_000
export const ANSWER_TIMEOUT_MS = 30_000

export function talkOver(plain: Connection, timeout = ANSWER_TIMEOUT_MS): Talk {
  let connection = plain
  let reader = connection.readable.getReader()
  let writer = connection.writable.getWriter()
  let isOver = false
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('latin1')
  let received = ''

  const hear = async (): Promise<SmtpReply> => {
    for (;;) {
      const reply = firstReply(received)
      if (reply) {
        received = received.slice(reply.length)
        return reply
      }
      if (received.length > MAX_ANSWER_OCTETS) throw new TalkError('smtp-too-much')
      const { done, value } = await inTime(orClosed(reader.read()), timeout)
      if (done) throw new TalkError('smtp-closed')
      received += decoder.decode(value)
    }
  }
  const pour = async (text: string): Promise<SmtpReply> => {
    if (isOver) throw new TalkError('smtp-timeout')
    await inTime(orClosed(writer.write(encoder.encode(text))), timeout)
    return hear()
  }
  return {
    hear,
    pour,
    say: (line) => pour(`${line}\r\n`),
    encrypt: async () => {
      // Bytes that came before the handshake were not encrypted, so they must not be used (RFC 3207 §6).
      if (received !== '') throw new TalkError('smtp-spoke-too-soon')
      reader.releaseLock()
      writer.releaseLock()
      connection = connection.startTls()
      reader = connection.readable.getReader()
      writer = connection.writable.getWriter()
      await inTime(orElse(connection.opened, 'smtp-certificate'), timeout)
    },
    end: () => {
      isOver = true
      return connection.close().catch(() => {})
    },
  }
}

/** RFC 5321 §4.2.1: `250-` continues, `250 ` ends. Null while the reply is incomplete. */
function firstReply(received: string): (SmtpReply & { readonly length: number }) | null {
  const lines: string[] = []
  for (let at = 0; ;) {
    const end = received.indexOf('\n', at)
    if (end < 0) return null
    const line = received.slice(at, end).replace(/\r$/, '')
    at = end + 1
    const match = /^([2-5]\d\d)([ -]?)(.*)$/.exec(line)
    if (!match) throw new TalkError('smtp-gibberish')
    lines.push(match[3] ?? '')
    if (match[2] !== '-') return { code: Number(match[1]), lines, length: at }
  }
}

/** A lost connection is an error of the stream; its words differ from one runtime to the other. */
function orClosed<Value>(promise: Promise<Value>): Promise<Value> {
  return orElse(promise, 'smtp-closed')
}

export async function orElse<Value>(promise: Promise<Value>, code: string): Promise<Value> {
  try {
    return await promise
  } catch {
    throw new TalkError(code)
  }
}

export function inTime<Value>(promise: Promise<Value>, timeout: number): Promise<Value> {
  const expiry = Promise.withResolvers<never>()
  const timer = setTimeout(() => expiry.reject(new TalkError('smtp-timeout')), timeout)
  return Promise.race([promise, expiry.promise]).finally(() => clearTimeout(timer))
}
