import type { Mutant } from '../models/mutants/index.js';
import type { Campaign } from '../src/campaign.js';
import { handlerEndpoint } from '../src/endpoints/handler.js';
import { httpEndpoint } from '../src/endpoints/http.js';
import { on } from './world.js';

/** The endpoints in this process that need the AWS SDK. */
export const onSdk = (name: 'handler' | 'http', mutant?: Mutant): Campaign['execute'] =>
  on((service) => (name === 'handler' ? handlerEndpoint : httpEndpoint)(service), mutant);
