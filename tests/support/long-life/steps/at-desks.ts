import { canary } from '../canary.ts'
import type { Pair } from '../cast.ts'
import { ahead, aPairWith, inThe, isDone, type Step } from './step.ts'

/** What an assistant does for an executive, signed in. */
export const atDesks: Readonly<Record<string, Step>> = {
  'look at the desk': async (life) => {
    const odile = life.person('odile')
    const { body } = await life.ask(odile, '/desk')
    const session = inThe(body, /\/desk\/sessions\/(ses_\w+)/)
    if (session) await life.ask(odile, `/desk/sessions/${session}`)
    const to = `/desk/executives/${life.person('bernard').id}/times`
    return isDone(await life.ask(odile, to, { form: { said: 'in New York 3–9 May' } }))
  },
  'pick a time at the desk': async (life) => {
    const found = await aPairWith(life, 'offered', isAssisted)
    const { assistant = null } = found?.pair ?? {}
    const offer = found?.session?.offer
    if (!assistant || !offer?.options[0]) return false
    const form = { option: offer.options[0].id }
    return isDone(await life.ask(assistant, `/desk/offers/${offer.id}/answer`, { form }))
  },
  'answer and move at the desk': async (life) => {
    const found = await aPairWith(life, 'fixed', isAssisted)
    if (!found?.session || !found.pair.assistant) return false
    const { assistant, executive } = found.pair
    const path = `/desk/sessions/${found.session.id}`
    const said = await life.ask(assistant, `${path}/answers`, { form: { answer: 'accept' } })
    const [date = '', time = ''] = ahead(life).split('T')
    const own = { choice: 'own', date, time: time.slice(0, 5), words: canary(executive.owner, 'said') }
    await life.ask(assistant, `${path}/time`, { form: own })
    await life.ask(assistant, path)
    return isDone(said)
  },
}

function isAssisted({ assistant }: Pair): boolean {
  return assistant !== null
}
