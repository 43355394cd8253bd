import type { Outside } from './outside.ts'

/** A new address waits for its certificate. */
const TRIES = 60
const PAUSE_MS = 5_000

/** Asks until the installation says that it is well; throws with the last answer. */
export async function answersAt(
  origin: string,
  { fetch, wait }: Pick<Outside, 'fetch' | 'wait'>,
): Promise<string> {
  let last = ''
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried > 0) await wait(PAUSE_MS)
    try {
      const response = await fetch(`${origin}/health`)
      if (response.status === 200) return `${origin}/health answers`
      last = `${response.status} ${(await response.text()).slice(0, 500)}`
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
  }
  throw new Error(`${origin}/health does not answer as it has to: ${last}`)
}
