import { vi } from 'vitest'

import { testNotYours } from '../../support/not-yours-tests.ts'
import { everybodyAsking } from '../../support/not-yours.ts'

// A line for each request, and one for each write that is refused: thousands.
vi.spyOn(console, 'log').mockImplementation(() => {})
vi.spyOn(console, 'error').mockImplementation(() => {})

testNotYours(await everybodyAsking(), ({ route }) => !route.includes(' /api/'))
