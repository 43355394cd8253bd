import { once } from 'node:events'
import { connect as dial, createServer, type Socket } from 'node:net'

import type { Connect, Connection } from '../../worker/delivery/mailer/smtp-talk.ts'

export type Script = {
  /** Extensions it offers after EHLO. */
  readonly offers?: readonly string[]
  /** Responses that replace the default, by the start of the command. */
  readonly answers?: Readonly<Record<string, string>>
  /** Never sends a greeting. */
  readonly mute?: boolean
  /** Each reply takes this long. */
  readonly delayMs?: number
  /** Mails on one connection; then it says 421 and closes. */
  readonly mostMails?: number
  /** Breaks the connection instead of answering a line that starts so, or `message`: on the first connection only. */
  readonly breaksAt?: string
  /** Which mail `message` means. */
  readonly breaksAtMail?: number
}

export type Sink = {
  readonly port: number
  /** Received commands; `~` marks those after STARTTLS. */
  readonly commands: readonly string[]
  /** The octets of each mail, still dot-stuffed. */
  readonly mails: readonly string[]
  readonly connections: () => number
  readonly connect: Connect
  readonly close: () => void
}

/** A local mail server that accepts everything. STARTTLS is accepted but only marked, not encrypted. */
export async function aSink({
  offers = ['PIPELINING'],
  answers = {},
  mute = false,
  delayMs = 0,
  mostMails = Infinity,
  breaksAt,
  breaksAtMail = 1,
}: Script = {}): Promise<Sink> {
  const heard: string[] = []
  const mails: string[] = []
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    const isFirst = connections === 1
    let pending = ''
    let isData = false
    let mark = ''
    let carried = 0
    const reply = (line: string) => void setTimeout(() => socket.write(`${line}\r\n`), delayMs)
    if (!mute) reply(answers['greeting'] ?? '220 sink.example ESMTP')
    socket.on('error', () => {})
    socket.on('data', (part) => {
      pending += part.toString('latin1')
      for (;;) {
        const end = isData ? pending.indexOf('\r\n.\r\n') : pending.indexOf('\r\n')
        if (end < 0) return
        const line = pending.slice(0, end)
        pending = pending.slice(end + (isData ? 5 : 2))
        if (isData) {
          isData = false
          mails.push(`${line}\r\n`)
          carried += 1
          if (isFirst && breaksAt === 'message' && carried === breaksAtMail) return void socket.destroy()
          reply(answers['message'] ?? '250 2.0.0 queued as 4XYZ')
          continue
        }
        heard.push(mark + line)
        if (isFirst && breaksAt && line.startsWith(breaksAt)) return void socket.destroy()
        if (line.startsWith('MAIL FROM') && carried >= mostMails) {
          reply('421 4.7.0 too many mails on this connection')
          return void setTimeout(() => socket.end(), delayMs)
        }
        const said = Object.entries(answers).find(([start]) => line.startsWith(start))?.[1]
        if (said === undefined && line === 'STARTTLS') mark = '~'
        isData = said === undefined && line === 'DATA'
        for (const each of said === undefined ? usual(line, offers) : [said]) reply(each)
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    commands: heard,
    mails,
    connections: () => connections,
    connect: ({ hostname, port }) => overNode(dial(port, hostname)),
    close: () => server.close(),
  }
}

function usual(line: string, offers: readonly string[]): readonly string[] {
  if (line.startsWith('EHLO')) {
    const all = ['sink.example', ...offers]
    return all.map((each, index) => `250${index === all.length - 1 ? ' ' : '-'}${each}`)
  }
  if (line.startsWith('AUTH PLAIN')) return ['235 2.7.0 welcome']
  if (line === 'STARTTLS') return ['220 go']
  if (line === 'AUTH LOGIN') return ['334 VXNlcm5hbWU6']
  if (line === 'DATA') return ['354 go on']
  if (line === 'QUIT') return ['221 bye']
  return ['250 2.1.0 fine']
}

/** A Node socket with the platform's interface. */
function overNode(socket: Socket): Connection {
  socket.on('error', () => {})
  const opened = Promise.withResolvers<void>()
  socket.once('connect', () => opened.resolve())
  socket.once('error', () => opened.reject(new Error('cannot connect')))
  const open = (): Connection => ({
    opened: opened.promise,
    readable: new ReadableStream<Uint8Array>({
      start: (controller) => {
        socket.removeAllListeners('data').removeAllListeners('end')
        socket.on('data', (part) => controller.enqueue(new Uint8Array(part)))
        socket.on('end', () => controller.close())
        socket.on('error', (error) => controller.error(error))
      },
    }),
    writable: new WritableStream<Uint8Array>({
      write: (part) => new Promise((resolve) => void socket.write(part, () => resolve())),
    }),
    startTls: open,
    close: () => Promise.resolve(void socket.destroy()),
  })
  return open()
}
