import { connect } from 'cloudflare:sockets'

import { makeApp } from './app.ts'
import { mailerOf } from './delivery/mailer/driver.ts'
import { doors } from './doors.ts'
import { platformOf, realNow } from './platform.ts'
import { refuseToStart } from './refuse-start.ts'
import { whyNotStart } from './settings.ts'

const platformFor = (env: Env) => platformOf(env, { now: realNow, send: mailerOf(env, connect) })

export default refuseToStart(doors(makeApp(platformFor), platformFor), whyNotStart)
