import { mount } from '../ui/mount.js';
import { DenouncePage } from './denounce-page.js';

mount(<DenouncePage />);
