import { makeFirstManager } from '../../actions/people/make-first-manager.ts'
import { parseAddress } from '../../domain/people/address.ts'
import type { App } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { missing, refused } from '../responses.tsx'
import { devFrame } from './dev-frame.ts'
import { signInPath } from './people.ts'

/** Without the demo programme, the first manager is made here, by the same action as in production. */
export function firstManagerRoutes(app: App): void {
  app.post('/dev/first-manager', async (c) => {
    const { name = '', email = '' } = await fieldsOf(c)
    const parsed = parseAddress(email)
    if (!parsed.ok || name.trim() === '') return missing(c)
    const { zone, locale } = devFrame(c)
    const made = await makeFirstManager(c.get('platform'), {
      name: name.trim(),
      email: parsed.address,
      zone,
      locale,
    })
    return made.ok ? c.redirect(signInPath(made.value.id), 303) : refused(c, made.refusal)
  })
}

export function FirstManagerForm() {
  return (
    <form method="post" action="/dev/first-manager" class="stack card">
      <p>Nobody is here: the server was started with SEED=none.</p>
      <div class="field">
        <label for="name">Name</label>
        <input id="name" name="name" required />
      </div>
      <div class="field">
        <label for="email">Address</label>
        <input id="email" name="email" type="email" required />
      </div>
      <div class="actions">
        <button class="primary" type="submit">
          Make the first manager
        </button>
      </div>
    </form>
  )
}
