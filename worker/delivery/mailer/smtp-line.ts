import { inTime, type Talk } from './smtp-talk.ts'

/** An open connection, how many mails it has carried, and whether the last one ended well. */
export type Line = { readonly talk: Talk; readonly carried: number; readonly isClean: boolean }

/** Relays end a connection after some mails, and say so by 421. */
const MAX_MAILS_PER_LINE = 100
const QUIT_MS = 5_000

/** Keeps one connection between mails. Who takes it alone may use it; a second one at the same time is not kept. */
export function keepLine() {
  let idle: Line | null = null
  let most = MAX_MAILS_PER_LINE

  const end = async () => {
    const line = idle
    idle = null
    if (!line) return
    await inTime(line.talk.say('QUIT'), QUIT_MS).catch(() => {})
    await line.talk.end()
  }
  return {
    end,
    holds: (talk: Talk | null): boolean => talk !== null && idle?.talk === talk,
    /** From now on no more mails than this on one connection. */
    limit: (carried: number) => void (most = Math.max(1, carried)),
    take: async (): Promise<Line | null> => {
      if (idle && idle.carried >= most) await end()
      const line = idle
      idle = null
      return line
    },
    giveBack: async (line: Line): Promise<void> => {
      if (idle) await line.talk.end()
      else idle = line
    },
  }
}
