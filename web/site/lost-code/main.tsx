import { mount } from '../ui/mount.js';
import { LostCodePage } from './lost-code-page.js';

mount(<LostCodePage />);
