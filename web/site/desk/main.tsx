import { mount } from '../ui/mount.js';
import { proposedNow, provinceAt } from '../ui/province.js';
import { DeskPage } from './desk-page.js';

void proposedNow().then((now) => {
  mount(<DeskPage province={provinceAt(now)} />);
});
