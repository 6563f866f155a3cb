/** The rules about network plugins, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { notJson } from './cni001-not-json.ts';
import { keysMissing } from './cni002-keys-missing.ts';
import { rangeFault } from './cni003-range-fault.ts';
import { severalPlugins } from './cni004-several-plugins.ts';
import { pluginRetired } from './cni005-plugin-retired.ts';
import { calicoValue } from './cni006-calico-value.ts';
import { mtuTooLarge } from './cni007-mtu-too-large.ts';
import { notEncrypted } from './cni008-not-encrypted.ts';
import { attachmentMissing } from './cni009-attachment-missing.ts';
import { takenAsEnforced } from './cni010-taken-as-enforced.ts';
import { pluginDeviates } from './cni011-plugin-deviates.ts';
import { kubeadmOverlap } from './cni012-kubeadm-overlap.ts';
import { flannelNetworkDiffers } from './cni013-flannel-network-differs.ts';
import { poolsOverlap } from './cni014-pools-overlap.ts';
import { twoTunnels } from './cni015-two-tunnels.ts';

export const CNI_RULES: readonly Rule[] = [
  notJson,
  keysMissing,
  rangeFault,
  severalPlugins,
  pluginRetired,
  calicoValue,
  mtuTooLarge,
  notEncrypted,
  attachmentMissing,
  takenAsEnforced,
  pluginDeviates,
  kubeadmOverlap,
  flannelNetworkDiffers,
  poolsOverlap,
  twoTunnels,
];
