import { once } from 'node:events'
import { connect as dial, createServer, type Socket } from 'node:net'

import type { Connection } from '../../worker/delivery/mailer/smtp-talk.ts'
import type { Connect } from '../../worker/delivery/mailer/smtp.ts'

export type Script = {
  /** Extensions it offers after EHLO. */
  readonly offers?: readonly string[]
  /** Responses that replace the default, by the start of the command. */
  readonly answers?: Readonly<Record<string, string>>
  /** Never sends a greeting. */
  readonly mute?: boolean
}

export type Sink = {
  readonly port: number
  /** Received commands; `~` marks those after STARTTLS. */
  readonly commands: readonly string[]
  /** The octets of each mail, still dot-stuffed. */
  readonly mails: readonly string[]
  readonly connect: Connect
  readonly close: () => void
}

/** A local mail server that accepts everything. STARTTLS is accepted but only marked, not encrypted. */
export async function aSink({
  offers = ['PIPELINING'],
  answers = {},
  mute = false,
}: Script = {}): Promise<Sink> {
  const heard: string[] = []
  const mails: string[] = []
  const server = createServer((socket) => {
    let pending = ''
    let isData = false
    let mark = ''
    const reply = (line: string) => socket.write(`${line}\r\n`)
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
          reply(answers['message'] ?? '250 2.0.0 queued as 4XYZ')
          continue
        }
        heard.push(mark + line)
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
  const open = (): Connection => ({
    readable: new ReadableStream<Uint8Array>({
      start: (controller) => {
        socket.removeAllListeners('data').removeAllListeners('end')
        socket.on('data', (part) => controller.enqueue(new Uint8Array(part)))
        socket.on('end', () => controller.close())
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
