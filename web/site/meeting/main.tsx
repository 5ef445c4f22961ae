import { mount } from '../ui/mount.js';
import { proposedNow } from '../ui/province.js';
import { MeetingPage } from './meeting-page.js';

void proposedNow().then((now) => {
  mount(<MeetingPage now={now} />);
});
