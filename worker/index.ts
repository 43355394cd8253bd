import { makeApp } from './app.ts'
import { cloudflareMailer } from './delivery/mailer/cloudflare.ts'
import { doors } from './doors.ts'
import { platformOf, realNow } from './platform.ts'

const platformFor = (env: Env) => platformOf(env, { now: realNow, send: cloudflareMailer(env.MAIL) })

export default doors(makeApp(platformFor), platformFor)
