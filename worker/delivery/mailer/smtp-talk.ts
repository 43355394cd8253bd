/** What we need of a socket: that of `cloudflare:sockets` is one. */
export type Connection = {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array>
  readonly startTls: () => Connection
  readonly close: () => Promise<void>
}

export type SmtpReply = { readonly code: number; readonly lines: readonly string[] }

/** One side of a conversation in lines (RFC 5321 §2.3.8); every reply comes in time or not at all. */
export type Talk = {
  readonly hear: () => Promise<SmtpReply>
  readonly say: (line: string) => Promise<SmtpReply>
  /** Sends octets and waits for the reply to all of them. */
  readonly pour: (text: string) => Promise<SmtpReply>
  /** From here on the same conversation is encrypted. */
  readonly encrypt: () => void
  readonly end: () => Promise<void>
}

/** Why a conversation ended early: a code without anybody's words or address. */
export class TalkError extends Error {
  override readonly name = 'TalkError'
}

/** A server that says more than this, or nothing for so long (milliseconds), is left. */
const MAX_ANSWER_OCTETS = 64_000
const ANSWER_TIMEOUT_MS = 30_000

export function talkOver(plain: Connection, patience = ANSWER_TIMEOUT_MS): Talk {
  let connection = plain
  let reader = connection.readable.getReader()
  let writer = connection.writable.getWriter()
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('latin1')
  let heard = ''

  const hear = async (): Promise<SmtpReply> => {
    for (;;) {
      const reply = firstReply(heard)
      if (reply) {
        heard = heard.slice(reply.length)
        return reply
      }
      if (heard.length > MAX_ANSWER_OCTETS) throw new TalkError('smtp-too-much')
      const { done, value } = await inTime(reader.read(), patience)
      if (done) throw new TalkError('smtp-closed')
      heard += decoder.decode(value)
    }
  }
  const pour = async (text: string): Promise<SmtpReply> => {
    await inTime(writer.write(encoder.encode(text)), patience)
    return hear()
  }
  return {
    hear,
    pour,
    say: (line) => pour(`${line}\r\n`),
    encrypt: () => {
      // Whatever came before the handshake was not encrypted, and must not be read as if it were (RFC 3207 §6).
      if (heard !== '') throw new TalkError('smtp-spoke-too-soon')
      reader.releaseLock()
      writer.releaseLock()
      connection = connection.startTls()
      reader = connection.readable.getReader()
      writer = connection.writable.getWriter()
    },
    end: () => connection.close().catch(() => {}),
  }
}

/** RFC 5321 §4.2.1: `250-` goes on, `250 ` ends. Null while it is not whole. */
function firstReply(heard: string): (SmtpReply & { readonly length: number }) | null {
  const lines: string[] = []
  for (let at = 0; ;) {
    const end = heard.indexOf('\n', at)
    if (end < 0) return null
    const line = heard.slice(at, end).replace(/\r$/, '')
    at = end + 1
    const match = /^([2-5]\d\d)([ -]?)(.*)$/.exec(line)
    if (!match) throw new TalkError('smtp-gibberish')
    lines.push(match[3] ?? '')
    if (match[2] !== '-') return { code: Number(match[1]), lines, length: at }
  }
}

function inTime<Value>(promise: Promise<Value>, patience: number): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new TalkError('smtp-timeout')), patience)
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer))
}
