import { canary } from '../canary.ts'
import { ahead, inThe, isDone, onFixed, onStatus, type Step } from './step.ts'

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
  'pick a time at the desk': onStatus('offered', async (life, { pair, session }) => {
    const { offer } = session
    if (!pair.assistant || !offer?.options[0]) return false
    const form = { option: offer.options[0].id }
    return isDone(await life.ask(pair.assistant, `/desk/offers/${offer.id}/answer`, { form }))
  }),
  'answer and move at the desk': onFixed(async (life, { pair, session }) => {
    if (!pair.assistant) return false
    const path = `/desk/sessions/${session.id}`
    const said = await life.ask(pair.assistant, `${path}/answers`, { form: { answer: 'accept' } })
    const [date = '', time = ''] = ahead(life).split('T')
    const own = { choice: 'own', date, time: time.slice(0, 5), words: canary(pair.executive.owner, 'said') }
    await life.ask(pair.assistant, `${path}/time`, { form: own })
    await life.ask(pair.assistant, path)
    return isDone(said)
  }),
}
