import { Frame } from '../../../web/parts/frame.tsx'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { PostButton } from '../../../web/parts/post.tsx'
import { signInDirectly } from '../../actions/sign-in/sign-in.ts'
import type { App, AppContext } from '../context.ts'
import { writeCookie } from '../cookie.ts'
import { fieldsOf } from '../forms/fields.ts'
import { missing } from '../responses.tsx'
import { devFrame } from './dev-frame.ts'
import { canSignIn, listEverybody, type Somebody } from './people.ts'

/** Reusable sign-in links for development. Each opens a page with one button, because a GET signs nobody in. */
export function devSignInRoutes(app: App): void {
  app.get('/dev/sign-in', async (c) => {
    const person = await personIn(c, c.req.query('person'))
    return person ? c.html(<SignInPage frame={devFrame(c)} person={person} />) : missing(c)
  })

  app.post('/dev/sign-in', async (c) => {
    const fields = await fieldsOf(c)
    const person = await personIn(c, fields['person'] ?? c.req.query('person'))
    if (!person) return missing(c)
    const trusted = fields['trusted'] === 'yes'
    await writeCookie(c, await signInDirectly(c.get('platform'), person.id, trusted))
    return c.redirect('/', 303)
  })
}

async function personIn(c: AppContext, id: string | undefined): Promise<Somebody | null> {
  const people = await listEverybody(c.get('platform').db)
  return people.filter(canSignIn).find((each) => each.id === id) ?? null
}

function SignInPage({ frame, person }: { readonly frame: PageFrame; readonly person: Somebody }) {
  const { id, name, roles } = person
  return (
    <Frame frame={frame} title={`Sign in as ${name}`} shape="sheet">
      <h1>Sign in as {name}?</h1>
      <p>
        {roles.join(', ')} of {person.programmes.map((each) => each.name).join(', ')}
      </p>
      <PostButton action="/dev/sign-in" label="Sign in" hidden={{ person: id }} tone="primary" />
    </Frame>
  )
}
