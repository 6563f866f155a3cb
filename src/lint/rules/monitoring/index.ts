/** The rules about monitoring, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { monitorSelectsNothing } from './obs001-monitor-selects-nothing.ts';
import { scrapePort } from './obs002-scrape-port.ts';
import { policyBlocksScraping } from './obs003-policy-blocks-scraping.ts';
import { endpointPort } from './obs004-endpoint-port.ts';
import { podEndpointPort } from './obs005-pod-endpoint-port.ts';
import { monitorNotSelected } from './obs006-monitor-not-selected.ts';

export const MONITORING_RULES: readonly Rule[] = [
  monitorSelectsNothing,
  scrapePort,
  policyBlocksScraping,
  endpointPort,
  podEndpointPort,
  monitorNotSelected,
];
