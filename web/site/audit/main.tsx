import { mount } from '../ui/mount.js';
import { proposedNow } from '../ui/province.js';
import { AuditPage } from './audit-page.js';

void proposedNow().then((now) => {
  mount(<AuditPage now={now} />);
});
